package eu.boucle.custody;

import eu.boucle.shared.DomainEvent;
import eu.boucle.shared.EventStamp;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.RunId;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Declared, collected and received differ. */
public record DiscrepancyOpened(
        DiscrepancyId discrepancy,
        String gap,
        @Nullable RequestId request,
        @Nullable RunId run,
        EventStamp stamp) implements DomainEvent {

    @Override
    public UUID subject() {
        return discrepancy.value();
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("gap", gap);
    }
}
