package eu.boucle.custody;

import eu.boucle.asset.AssetId;
import eu.boucle.shared.DomainEvent;
import eu.boucle.shared.EventStamp;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Scans that moved or confirmed assets: one event a batch. */
public record AssetsScanned(RoundId round, RoundMode mode, UUID subject, List<AssetId> assets, EventStamp stamp)
        implements DomainEvent {

    @Override
    public Map<String, Object> facts() {
        return Map.of(
                "mode",
                mode.name(),
                "assets",
                assets.stream().map(a -> a.value().toString()).toList());
    }
}
