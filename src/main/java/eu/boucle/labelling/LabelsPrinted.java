package eu.boucle.labelling;

import eu.boucle.shared.DomainEvent;
import eu.boucle.shared.EventStamp;
import eu.boucle.shared.RequestId;
import java.util.Map;
import java.util.UUID;

/** Labels of a request were printed: a batch with the hash of its file. */
public record LabelsPrinted(RequestId request, LabelMedia media, int labels, String sha256, EventStamp stamp)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return request.value();
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("media", media.name(), "labels", labels, "sha256", sha256);
    }
}
