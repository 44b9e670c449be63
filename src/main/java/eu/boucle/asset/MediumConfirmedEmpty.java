package eu.boucle.asset;

import eu.boucle.shared.DomainEvent;
import eu.boucle.shared.EventStamp;
import eu.boucle.shared.RequestId;
import java.util.Map;
import java.util.UUID;

/** Two people said that an asset holds no medium: its stand-in counts no more. */
public record MediumConfirmedEmpty(MediumId medium, AssetId asset, RequestId request, EventStamp stamp)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return medium.value();
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("asset", asset.value().toString());
    }
}
