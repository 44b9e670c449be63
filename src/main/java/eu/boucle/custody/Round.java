package eu.boucle.custody;

import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.shared.NotFound;
import eu.boucle.shared.StateForbids;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A round without its list.
 *
 * @param organisation the client of a request's round, the partner of a run's
 */
record Round(
        RoundId id,
        RoundMode mode,
        UUID subject,
        String reference,
        UUID organisation,
        boolean open,
        Instant openedAt,
        @Nullable Instant closedAt) {

    /** Staff work every round; a partner sees the reception of its own runs and nothing else. */
    void requireSight(Actor by) {
        boolean sees = by.isStaff()
                || (mode == RoundMode.RECEPTION
                        && by.is(Role.PARTNER)
                        && by.partnerScope().covers(organisation));
        if (!sees) {
            throw new NotFound();
        }
    }

    void requireOpen() {
        if (!open) {
            throw new StateForbids("ROUND_CLOSED", reference);
        }
    }

    boolean onRun() {
        return mode == RoundMode.LOADING || mode == RoundMode.RECEPTION;
    }
}
