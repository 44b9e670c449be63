package eu.boucle.pickup;

import eu.boucle.asset.AssetId;
import eu.boucle.shared.DomainEvent;
import eu.boucle.shared.EventStamp;
import eu.boucle.shared.RunId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Assets were taken off a run before it left, or left behind at its loading. They wait for another run. */
public record RunShortened(RunId run, String reference, List<AssetId> assets, EventStamp stamp) implements DomainEvent {

    @Override
    public UUID subject() {
        return run.value();
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of(
                "reference",
                reference,
                "assets",
                assets.stream().map(asset -> asset.value().toString()).toList());
    }
}
