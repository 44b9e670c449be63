package eu.boucle.certificate;

import eu.boucle.shared.DomainEvent;
import eu.boucle.shared.EventStamp;
import eu.boucle.shared.RequestId;
import java.util.Map;
import java.util.UUID;

/** Something came to light about a certificate in force. */
public record RevisionProposed(RequestId request, String number, RevisionCause cause, EventStamp stamp)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return request.value();
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("number", number, "cause", cause.name());
    }
}
