package eu.boucle.sanitization;

import eu.boucle.asset.MediumId;
import eu.boucle.shared.DomainEvent;
import eu.boucle.shared.EventStamp;
import eu.boucle.shared.RequestId;
import java.util.Map;
import java.util.UUID;

/** A client is told in writing that a medium of its is lost, or was found after departure. */
public record LossLetterIssued(
        RequestId request, MediumId medium, String number, String tag, String sha256, EventStamp stamp)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return request.value();
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("medium", medium.value().toString(), "number", number, "tag", tag, "sha256", sha256);
    }
}
