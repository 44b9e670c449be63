package eu.boucle.asset;

import eu.boucle.scancode.AssetTag;
import eu.boucle.shared.Reason;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Command: the officer's word on one asset. Absent values stay as they are. */
public record Reclassify(
        AssetTag tag,
        @Nullable String weeeCategory,
        @Nullable String wasteCode,
        @Nullable BigDecimal largestDimensionCm,
        @Nullable Boolean hazardousComponents,
        Reason reason) {}
