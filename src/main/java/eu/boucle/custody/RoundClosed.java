package eu.boucle.custody;

import eu.boucle.asset.AssetId;
import eu.boucle.shared.DomainEvent;
import eu.boucle.shared.EventStamp;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A round is closed: its list is a fact. Published in the closing transaction; a listener that refuses undoes the closing.
 *
 * @param subject the request (TAGGING, INTAKE, CONTROL) or the run (LOADING, RECEPTION)
 */
public record RoundClosed(
        RoundId round, RoundMode mode, UUID subject, List<AssetId> found, List<AssetId> missing, EventStamp stamp)
        implements DomainEvent {

    @Override
    public Map<String, Object> facts() {
        return Map.of(
                "round",
                round.value().toString(),
                "mode",
                mode.name(),
                "found",
                found.size(),
                "missing",
                missing.size());
    }
}
