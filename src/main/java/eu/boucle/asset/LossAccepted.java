package eu.boucle.asset;

import eu.boucle.shared.DomainEvent;
import eu.boucle.shared.EventStamp;
import eu.boucle.shared.RequestId;
import java.util.Map;
import java.util.UUID;

/** The officer accepted that an asset or a medium is lost. */
public record LossAccepted(UUID lost, AssetId asset, RequestId request, EventStamp stamp) implements DomainEvent {

    @Override
    public UUID subject() {
        return lost;
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("asset", asset.value().toString());
    }
}
