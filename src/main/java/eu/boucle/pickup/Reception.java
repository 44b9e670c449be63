package eu.boucle.pickup;

import eu.boucle.scancode.AssetTag;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * Command: what the partner received. Each tag of the manifest falls in exactly one list.
 *
 * @param weightKg what the scale showed, before anything was refused
 * @param receivedAll true for "ALL": everything but refused and missing
 * @param receivedByRound true for "ROUND": what the RECEPTION round found
 */
public record Reception(
        Instant receivedAt,
        BigDecimal weightKg,
        boolean receivedAll,
        boolean receivedByRound,
        List<AssetTag> received,
        List<RefusedTag> refused,
        List<AssetTag> missing) {

    public record RefusedTag(AssetTag tag, String reason) {}
}
