package eu.boucle.web.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import eu.boucle.asset.DataInstruction;
import eu.boucle.asset.MediumInterface;
import eu.boucle.asset.MediumKind;
import eu.boucle.decommissioning.RequestLine;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line of a request as programs write and read it. */
record LineJson(
        @Nullable String type,
        @Nullable String manufacturer,
        @Nullable String model,
        @Nullable String serial,
        @Nullable Integer quantity,
        @Nullable String condition,
        @Nullable String placedOnMarket,
        @Nullable BigDecimal largestDimensionCm,
        @Nullable BigDecimal weightKg,
        @Nullable List<DeclaredMediumJson> media,
        @Nullable DataInstruction data) {

    record DeclaredMediumJson(
            @Nullable MediumKind kind,
            @JsonProperty("interface") @Nullable MediumInterface attached,
            @Nullable String serial,
            @Nullable String model,
            @Nullable Integer capacityGb) {}

    RequestLine line() {
        return new RequestLine(
                Given.text(type),
                Given.text(manufacturer),
                Given.text(model),
                serial,
                quantity == null ? 1 : quantity,
                Given.text(condition),
                Given.text(placedOnMarket),
                largestDimensionCm,
                weightKg,
                Given.list(media).stream()
                        .map(m -> new RequestLine.LineMedium(
                                m.kind() == null ? MediumKind.UNKNOWN : m.kind(),
                                m.attached() == null ? MediumInterface.NONE : m.attached(),
                                m.serial(),
                                Given.text(m.model()),
                                m.capacityGb()))
                        .toList(),
                data);
    }

    static LineJson of(RequestLine line) {
        return new LineJson(
                line.type(),
                line.manufacturer(),
                line.model(),
                line.serial(),
                line.quantity(),
                line.condition(),
                line.placedOnMarket(),
                line.largestDimensionCm(),
                line.weightKg(),
                line.media().stream()
                        .map(m -> new DeclaredMediumJson(m.kind(), m.attached(), m.serial(), m.model(), m.capacityGb()))
                        .toList(),
                line.data());
    }
}
