package eu.boucle.pickup;

import eu.boucle.shared.DomainEvent;
import eu.boucle.shared.EventStamp;
import eu.boucle.shared.RunId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Slip numbers were entered for the dangerous codes of a run. */
public record SlipsEntered(RunId run, String reference, List<String> numbers, EventStamp stamp) implements DomainEvent {

    @Override
    public UUID subject() {
        return run.value();
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("reference", reference, "numbers", numbers);
    }
}
