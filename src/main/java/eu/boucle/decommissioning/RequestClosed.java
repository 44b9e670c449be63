package eu.boucle.decommissioning;

import eu.boucle.shared.DomainEvent;
import eu.boucle.shared.EventStamp;
import eu.boucle.shared.RequestId;
import java.util.Map;
import java.util.UUID;

/** Its papers are issued, or nothing was left to treat. */
public record RequestClosed(RequestId request, String reference, boolean withoutTreatment, EventStamp stamp)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return request.value();
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("reference", reference, "withoutTreatment", withoutTreatment);
    }
}
