package eu.boucle.certificate;

import eu.boucle.shared.DomainEvent;
import eu.boucle.shared.EventStamp;
import eu.boucle.shared.RequestId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A certificate was refused because something is missing. */
public record CertificateBlocked(RequestId request, CertificateType type, List<String> missing, EventStamp stamp)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return request.value();
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("type", type.name(), "missing", missing);
    }
}
