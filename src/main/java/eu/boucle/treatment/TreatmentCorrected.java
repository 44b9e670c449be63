package eu.boucle.treatment;

import eu.boucle.shared.DomainEvent;
import eu.boucle.shared.EventStamp;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.RunId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The officer let a corrected report count: what was certified on the one before gives way. */
public record TreatmentCorrected(RunId run, int version, List<RequestId> requests, EventStamp stamp)
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
