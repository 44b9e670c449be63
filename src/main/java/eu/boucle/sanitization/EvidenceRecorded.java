package eu.boucle.sanitization;

import eu.boucle.asset.MediumId;
import eu.boucle.shared.DomainEvent;
import eu.boucle.shared.EventStamp;
import eu.boucle.shared.RequestId;
import java.util.Map;
import java.util.UUID;

/** Evidence on a medium was recorded. */
public record EvidenceRecorded(MediumId medium, RequestId request, String evidenceKind, String result, EventStamp stamp)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return medium.value();
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("evidence", evidenceKind, "result", result);
    }
}
