package eu.boucle.custody;

import eu.boucle.shared.DomainEvent;
import eu.boucle.shared.EventStamp;
import java.util.Map;
import java.util.UUID;

/** A scan round was opened on a request or a run. */
public record RoundOpened(RoundId round, RoundMode mode, UUID subject, int expected, EventStamp stamp)
        implements DomainEvent {

    @Override
    public Map<String, Object> facts() {
        return Map.of("round", round.value().toString(), "mode", mode.name(), "expected", expected);
    }
}
