package eu.boucle.custody;

import eu.boucle.asset.AssetId;
import eu.boucle.scancode.AssetTag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A round with its list.
 *
 * @param subject the request or run
 * @param reference its readable name
 */
public record RoundView(
        RoundId id,
        RoundMode mode,
        UUID subject,
        String reference,
        UUID organisation,
        boolean open,
        Instant openedAt,
        @Nullable Instant closedAt,
        int expected,
        int found,
        List<Item> items,
        List<Unexpected> unexpected) {

    public enum Standing {
        EXPECTED,
        FOUND,
        MISSING,
        /** At loading: seen, and left for another run, with a reason. */
        STAYS
    }

    /** @param at when it was scanned or declared missing */
    public record Item(
            AssetId asset,
            AssetTag tag,
            String model,
            String serial,
            Standing standing,
            @Nullable Instant at,
            String reason) {}

    public record Unexpected(UUID scan, String code, String answer, Instant at) {}
}
