package eu.boucle.asset;

import eu.boucle.shared.DomainEvent;
import eu.boucle.shared.EventStamp;
import eu.boucle.shared.RequestId;
import java.util.Map;
import java.util.UUID;

/** The officer set or corrected an asset's category or code. */
public record AssetReclassified(
        AssetId asset, RequestId request, String weeeCategory, String wasteCode, EventStamp stamp)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return asset.value();
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("weeeCategory", weeeCategory, "wasteCode", wasteCode);
    }
}
