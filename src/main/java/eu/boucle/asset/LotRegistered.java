package eu.boucle.asset;

import eu.boucle.shared.DomainEvent;
import eu.boucle.shared.EventStamp;
import eu.boucle.shared.RequestId;
import java.util.Map;
import java.util.UUID;

/** A request's assets, media and tags exist. */
public record LotRegistered(RequestId request, int assets, int media, int unclassified, EventStamp stamp)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return request.value();
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("assets", assets, "media", media, "unclassified", unclassified);
    }
}
