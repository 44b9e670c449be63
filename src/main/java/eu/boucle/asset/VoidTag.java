package eu.boucle.asset;

import eu.boucle.scancode.AssetTag;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A tag that counts no more. @param replacedBy the tag that its asset got instead, perhaps void itself by now */
public record VoidTag(
        AssetTag tag,
        AssetId asset,
        UUID organisation,
        AssetTag replacedBy,
        String reason,
        Instant voidedAt,
        @Nullable UUID voidedBy) {}
