package eu.boucle.certificate;

import eu.boucle.shared.DomainEvent;
import eu.boucle.shared.EventStamp;
import eu.boucle.shared.RequestId;
import java.util.Map;
import java.util.UUID;

/** A certificate was revoked. */
public record CertificateRevoked(RequestId request, String number, EventStamp stamp) implements DomainEvent {

    @Override
    public UUID subject() {
        return request.value();
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("number", number);
    }
}
