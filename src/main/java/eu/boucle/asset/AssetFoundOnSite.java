package eu.boucle.asset;

import eu.boucle.shared.DomainEvent;
import eu.boucle.shared.EventStamp;
import eu.boucle.shared.RequestId;
import java.util.Map;
import java.util.UUID;

/** A machine that nobody had declared was found and joined a lot. */
public record AssetFoundOnSite(AssetId asset, RequestId request, int line, String tag, int media, EventStamp stamp)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return request.value();
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("asset", asset.value().toString(), "line", line, "tag", tag, "media", media);
    }
}
