package eu.boucle.process;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A case that a diagram should begin to follow. @param holder the partner that holds the thing; absent while the host does */
record NewCase(
        Diagram diagram,
        UUID subject,
        UUID organisation,
        @Nullable UUID holder,
        String reference) {

    Case followedBy(String instance) {
        return new Case(subject, diagram, instance, organisation, holder, reference, null, null);
    }
}
