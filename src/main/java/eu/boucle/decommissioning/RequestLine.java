package eu.boucle.decommissioning;

import eu.boucle.asset.DataInstruction;
import eu.boucle.asset.MediumInterface;
import eu.boucle.asset.MediumKind;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line as declared. A line with a serial has quantity 1.
 *
 * @param type a key of the equipment types
 * @param placedOnMarket year or ISO date as declared, or empty
 * @param data overrides the request's instruction; absent when the line follows it
 */
public record RequestLine(
        String type,
        String manufacturer,
        String model,
        @Nullable String serial,
        int quantity,
        String condition,
        String placedOnMarket,
        @Nullable BigDecimal largestDimensionCm,
        @Nullable BigDecimal weightKg,
        List<LineMedium> media,
        @Nullable DataInstruction data) {

    /** A medium named by the client. */
    public record LineMedium(
            MediumKind kind,
            MediumInterface attached,
            @Nullable String serial,
            String model,
            @Nullable Integer capacityGb) {}
}
