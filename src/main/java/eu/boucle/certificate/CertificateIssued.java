package eu.boucle.certificate;

import eu.boucle.shared.DomainEvent;
import eu.boucle.shared.EventStamp;
import eu.boucle.shared.RequestId;
import java.util.Map;
import java.util.UUID;

/** A certificate was issued. */
public record CertificateIssued(
        RequestId request, String number, CertificateType type, boolean provisional, String sha256, EventStamp stamp)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return request.value();
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("number", number, "type", type.name(), "provisional", provisional, "sha256", sha256);
    }
}
