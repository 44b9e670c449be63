package eu.boucle.custody;

import eu.boucle.asset.AssetId;
import eu.boucle.shared.DomainEvent;
import eu.boucle.shared.EventStamp;
import java.util.Map;
import java.util.UUID;

/** A scan was taken back; it stays in the history. */
public record ScanUndone(UUID scan, RoundId round, AssetId asset, EventStamp stamp) implements DomainEvent {

    @Override
    public UUID subject() {
        return asset.value();
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("scan", scan.toString(), "round", round.value().toString());
    }
}
