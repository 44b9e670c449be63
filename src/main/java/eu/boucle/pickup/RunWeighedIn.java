package eu.boucle.pickup;

import eu.boucle.shared.DomainEvent;
import eu.boucle.shared.EventStamp;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.RunId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The partner received and weighed a run. */
public record RunWeighedIn(
        RunId run,
        String reference,
        List<RequestId> requests,
        BigDecimal weightKg,
        int received,
        int refused,
        int missing,
        EventStamp stamp)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return run.value();
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of(
                "reference",
                reference,
                "weightKg",
                weightKg.toPlainString(),
                "received",
                received,
                "refused",
                refused,
                "missing",
                missing);
    }
}
