package eu.boucle.sanitization;

import eu.boucle.shared.DomainEvent;
import eu.boucle.shared.EventStamp;
import eu.boucle.shared.RequestId;
import java.util.Map;
import java.util.UUID;

/** A second person validated a request's sanitization. */
public record SanitizationValidated(RequestId request, boolean partnerEvidence, EventStamp stamp)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return request.value();
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("partnerEvidence", partnerEvidence);
    }
}
