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
 * @param counts how many of a type arrived, for items that nobody scanned one by one: what is in no list
 */
public record Reception(
        Instant receivedAt,
        BigDecimal weightKg,
        boolean receivedAll,
        boolean receivedByRound,
        List<AssetTag> received,
        List<RefusedTag> refused,
        List<AssetTag> missing,
        List<Count> counts) {

    /** Without counts. */
    public Reception(
            Instant receivedAt,
            BigDecimal weightKg,
            boolean receivedAll,
            boolean receivedByRound,
            List<AssetTag> received,
            List<RefusedTag> refused,
            List<AssetTag> missing) {
        this(receivedAt, weightKg, receivedAll, receivedByRound, received, refused, missing, List.of());
    }

    public record RefusedTag(AssetTag tag, String reason) {}

    /** @param type key of the equipment type, as on the manifest */
    public record Count(String type, int count) {}
}
