package eu.boucle.custody;

import eu.boucle.shared.DomainEvent;
import eu.boucle.shared.EventStamp;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.RunId;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The officer ruled on a discrepancy. */
public record DiscrepancyResolved(
        DiscrepancyId discrepancy,
        DiscrepancyOutcome outcome,
        @Nullable RequestId request,
        @Nullable RunId run,
        EventStamp stamp)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return discrepancy.value();
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("outcome", outcome.name());
    }
}
