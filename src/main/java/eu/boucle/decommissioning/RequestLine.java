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

    public RequestLine(
            @Nullable String type,
            @Nullable String manufacturer,
            @Nullable String model,
            @Nullable String serial,
            int quantity,
            @Nullable String condition,
            @Nullable String placedOnMarket,
            @Nullable BigDecimal largestDimensionCm,
            @Nullable BigDecimal weightKg,
            @Nullable List<LineMedium> media,
            @Nullable DataInstruction data) {
        this.type = type == null ? "" : type.strip();
        this.manufacturer = manufacturer == null ? "" : manufacturer.strip();
        this.model = model == null ? "" : model.strip();
        this.serial = serial == null || serial.isBlank() ? null : serial;
        this.quantity = quantity;
        this.condition = condition == null ? "" : condition.strip();
        this.placedOnMarket = placedOnMarket == null ? "" : placedOnMarket.strip();
        this.largestDimensionCm = largestDimensionCm;
        this.weightKg = weightKg;
        this.media = media == null ? List.of() : List.copyOf(media);
        this.data = data;
    }

    /** What is to be done with its data: its own instruction, or the request's. */
    public @Nullable DataInstruction instruction(@Nullable DataInstruction ofRequest) {
        return data != null ? data : ofRequest;
    }

    /** A medium named by the client. */
    public record LineMedium(
            MediumKind kind,
            MediumInterface attached,
            @Nullable String serial,
            String model,
            @Nullable Integer capacityGb) {

        public LineMedium(
                @Nullable MediumKind kind,
                @Nullable MediumInterface attached,
                @Nullable String serial,
                @Nullable String model,
                @Nullable Integer capacityGb) {
            this.kind = kind == null ? MediumKind.UNKNOWN : kind;
            this.attached = attached == null ? MediumInterface.NONE : attached;
            this.serial = serial == null || serial.isBlank() ? null : serial;
            this.model = model == null ? "" : model.strip();
            this.capacityGb = capacityGb;
        }
    }
}
