package eu.boucle.asset;

import eu.boucle.shared.DomainEvent;
import eu.boucle.shared.EventStamp;
import eu.boucle.shared.RequestId;
import java.util.Map;
import java.util.UUID;

/** A medium was found that nobody had named. */
public record MediumFound(MediumId medium, AssetId asset, RequestId request, EventStamp stamp) implements DomainEvent {

    @Override
    public UUID subject() {
        return medium.value();
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("asset", asset.value().toString());
    }
}
