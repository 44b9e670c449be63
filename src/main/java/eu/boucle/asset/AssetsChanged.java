package eu.boucle.asset;

import eu.boucle.shared.DomainEvent;
import eu.boucle.shared.EventStamp;
import eu.boucle.shared.RequestId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Assets of a request moved together. */
public record AssetsChanged(RequestId request, List<AssetId> assets, AssetState to, EventStamp stamp)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return request.value();
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of(
                "to",
                to.name(),
                "assets",
                assets.stream().map(a -> a.value().toString()).toList());
    }
}
