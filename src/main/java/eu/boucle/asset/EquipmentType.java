package eu.boucle.asset;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kind of equipment and its defaults: a row of {@code reference/equipment-types.csv}.
 *
 * @param dataBearing yes, no or maybe
 * @param typicalMedia keys of {@code sanitization-techniques.csv}; only suggestions
 * @param weightP10 and the other two: percentiles in kilograms; absent where no sourced figure exists
 * @param source where the figures come from
 */
public record EquipmentType(
        String key,
        String labelFr,
        String labelEn,
        String weeeCategoryRule,
        @Nullable String wasteCodeWithHazard,
        @Nullable String wasteCodeWithout,
        String dataBearing,
        List<String> typicalMedia,
        List<String> batteryHint,
        @Nullable BigDecimal weightP10,
        @Nullable BigDecimal weightP50,
        @Nullable BigDecimal weightP90,
        @Nullable BigDecimal weightMin,
        @Nullable BigDecimal weightMax,
        String source) {}
