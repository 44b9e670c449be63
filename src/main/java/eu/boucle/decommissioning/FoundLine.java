package eu.boucle.decommissioning;

import eu.boucle.asset.AssetId;
import eu.boucle.scancode.AssetTag;
import eu.boucle.shared.RequestId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A machine found on site that the client had not declared.
 *
 * @param line number after the declared ones
 * @param reason the storekeeper's
 * @param answer the client's; absent until it speaks
 */
public record FoundLine(
        RequestId request,
        int line,
        UUID organisation,
        AssetId asset,
        AssetTag tag,
        String reason,
        @Nullable UUID addedBy,
        Instant addedAt,
        @Nullable Answer answer,
        String answerReason,
        @Nullable UUID answeredBy,
        @Nullable Instant answeredAt) {

    /** What the client says of it. */
    public enum Answer {
        CONFIRMED,
        OBJECTED
    }
}
