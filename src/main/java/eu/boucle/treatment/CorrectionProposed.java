package eu.boucle.treatment;

import eu.boucle.shared.DomainEvent;
import eu.boucle.shared.EventStamp;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.RunId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The partner corrects a report on which certificates rest: it waits for the officer. */
public record CorrectionProposed(RunId run, int version, List<RequestId> requests, EventStamp stamp)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return run.value();
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("version", version);
    }
}
