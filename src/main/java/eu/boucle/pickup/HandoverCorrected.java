package eu.boucle.pickup;

import eu.boucle.shared.DomainEvent;
import eu.boucle.shared.EventStamp;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.RunId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Both sides signed a note that corrects a handover. */
public record HandoverCorrected(RunId run, int number, List<RequestId> requests, EventStamp stamp)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return run.value();
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("number", number);
    }
}
