package eu.boucle.identity;

import java.time.Instant;
import java.util.UUID;

/**
 * A one-time link that was drawn and is to reach its person by a {@link LinkCourier}. It carries a secret, so it is no
 * event of the domain and never reaches the ledger or a log.
 *
 * @param address the whole link
 * @param expires when it stops working
 */
public record LinkToSend(
        UUID person, String email, String name, Language language, Purpose purpose, String address, Instant expires) {

    /** What its letter is about. */
    public enum Purpose {
        /** The first link of a new account. */
        INVITATION,
        /** Asked for by an administrator. */
        NEW_PASSWORD,
        /** Asked for on the sign-in page by somebody who says to be the person. */
        FORGOTTEN_PASSWORD
    }

    /** Keeps the link out of logs. */
    @Override
    public String toString() {
        return "LinkToSend[" + person + " " + purpose + "]";
    }
}
