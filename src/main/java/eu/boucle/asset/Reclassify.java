package eu.boucle.asset;

import eu.boucle.scancode.AssetTag;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.Reason;
import eu.boucle.shared.Slice;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Command: the officer's word on assets of one request. Absent values stay as they are.
 *
 * @throws Invalid {@code NOTHING_CHOSEN}, {@code TOO_MANY_CHOSEN}
 */
public record Reclassify(
        List<AssetTag> tags,
        @Nullable String weeeCategory,
        @Nullable String wasteCode,
        @Nullable BigDecimal largestDimensionCm,
        @Nullable Boolean hazardousComponents,
        Reason reason) {

    public Reclassify {
        tags = tags.stream().distinct().toList();
        if (tags.isEmpty()) {
            throw Invalid.field("tags", "NOTHING_CHOSEN", "");
        }
        if (tags.size() > Slice.MOST) {
            throw Invalid.field("tags", "TOO_MANY_CHOSEN", Integer.toString(tags.size()), Slice.MOST);
        }
    }

    /** One asset. */
    public Reclassify(
            AssetTag tag,
            @Nullable String weeeCategory,
            @Nullable String wasteCode,
            @Nullable BigDecimal largestDimensionCm,
            @Nullable Boolean hazardousComponents,
            Reason reason) {
        this(List.of(tag), weeeCategory, wasteCode, largestDimensionCm, hazardousComponents, reason);
    }
}
