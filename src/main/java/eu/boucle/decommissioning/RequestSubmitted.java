package eu.boucle.decommissioning;

import eu.boucle.shared.DomainEvent;
import eu.boucle.shared.EventStamp;
import eu.boucle.shared.RequestId;
import java.util.Map;
import java.util.UUID;

/** A client asks for a pickup; also after completing a returned request. */
public record RequestSubmitted(RequestId request, String reference, int units, boolean again, EventStamp stamp)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return request.value();
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("reference", reference, "units", units, "again", again);
    }
}
