package eu.boucle.sanitization;

import eu.boucle.asset.MediumId;
import eu.boucle.shared.DomainEvent;
import eu.boucle.shared.EventStamp;
import eu.boucle.shared.RequestId;
import java.util.Map;
import java.util.UUID;

/** A destruction was recorded by its performer. */
public record DestructionRecorded(MediumId medium, RequestId request, EventStamp stamp) implements DomainEvent {

    @Override
    public UUID subject() {
        return medium.value();
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of();
    }
}
