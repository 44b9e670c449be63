package eu.boucle.identity;

import java.time.Duration;
import java.util.UUID;

/**
 * A one-time link that is to reach its person by a {@link LinkCourier}.
 *
 * @param organisation whose business accounts are: the host, or nobody before set-up
 */
public record LinkToSend(UUID person, UUID organisation, Purpose purpose) {

    /** What its letter is about. */
    public enum Purpose {
        /** The first link of a new account. */
        INVITATION(Duration.ofDays(7)),
        /** Asked for by an administrator. */
        NEW_PASSWORD(Duration.ofDays(1)),
        /** Asked for on the sign-in page by somebody who says to be the person. */
        FORGOTTEN_PASSWORD(Duration.ofHours(1));

        private final Duration valid;

        Purpose(Duration valid) {
            this.valid = valid;
        }

        /** How long its link works. */
        public Duration valid() {
            return valid;
        }
    }
}
