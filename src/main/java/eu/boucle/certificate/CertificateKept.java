package eu.boucle.certificate;

import eu.boucle.shared.DomainEvent;
import eu.boucle.shared.EventStamp;
import eu.boucle.shared.RequestId;
import java.util.Map;
import java.util.UUID;

/** The officer looked at what came to light and let a certificate stand. */
public record CertificateKept(RequestId request, String number, EventStamp stamp) implements DomainEvent {

    @Override
    public UUID subject() {
        return request.value();
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("number", number);
    }
}
