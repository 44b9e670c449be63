package eu.boucle.process;

import eu.boucle.identity.Actor;
import eu.boucle.identity.OrganisationId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request, run, medium or discrepancy that a diagram follows.
 *
 * @param reference its readable name
 * @param holder the partner that holds the thing; absent while the host does
 */
record Case(
        UUID subject,
        Diagram diagram,
        String instance,
        UUID organisation,
        @Nullable UUID holder,
        String reference,
        @Nullable String lateWork,
        @Nullable Instant lateSince) {

    /** The system, on behalf of the organisation whose case it is. */
    Actor system() {
        return Actor.system(new OrganisationId(organisation));
    }
}
