package eu.boucle.asset;

import eu.boucle.shared.DomainEvent;
import eu.boucle.shared.EventStamp;
import eu.boucle.shared.RequestId;
import java.util.Map;
import java.util.UUID;

/** An asset has another tag; the old one is void for ever. */
public record TagReplaced(AssetId asset, RequestId request, String voided, String tag, EventStamp stamp)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return asset.value();
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("voided", voided, "tag", tag);
    }
}
