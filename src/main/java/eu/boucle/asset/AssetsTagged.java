package eu.boucle.asset;

import eu.boucle.shared.DomainEvent;
import eu.boucle.shared.EventStamp;
import eu.boucle.shared.RequestId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Assets were found and labelled, their serials seen. */
public record AssetsTagged(RequestId request, List<AssetId> assets, EventStamp stamp) implements DomainEvent {

    @Override
    public UUID subject() {
        return request.value();
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("assets", assets.stream().map(a -> a.value().toString()).toList());
    }
}
