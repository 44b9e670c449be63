package eu.boucle.pickup;

import eu.boucle.shared.DomainEvent;
import eu.boucle.shared.EventStamp;
import eu.boucle.shared.RunId;
import java.util.Map;
import java.util.UUID;

/** The partner confirmed a run. */
public record RunConfirmed(RunId run, String reference, EventStamp stamp) implements DomainEvent {

    @Override
    public UUID subject() {
        return run.value();
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("reference", reference);
    }
}
