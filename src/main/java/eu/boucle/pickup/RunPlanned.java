package eu.boucle.pickup;

import eu.boucle.shared.DomainEvent;
import eu.boucle.shared.EventStamp;
import eu.boucle.shared.RunId;
import java.util.Map;
import java.util.UUID;

/** A run was planned. */
public record RunPlanned(RunId run, String reference, EventStamp stamp) implements DomainEvent {

    @Override
    public UUID subject() {
        return run.value();
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("reference", reference);
    }
}
