package eu.boucle.decommissioning;

import eu.boucle.shared.DomainEvent;
import eu.boucle.shared.EventStamp;
import eu.boucle.shared.RequestId;
import java.util.Map;
import java.util.UUID;

/** Called off before anything left. */
public record RequestCancelled(RequestId request, String reference, EventStamp stamp) implements DomainEvent {

    @Override
    public UUID subject() {
        return request.value();
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("reference", reference);
    }
}
