package eu.boucle.asset;

import eu.boucle.shared.RequestId;
import eu.boucle.shared.SerialNumber;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Command: what a client declared becomes assets, media and tags.
 *
 * @param reference the request's readable name, shown with work and refusals
 * @param day the wished take-over day, by which codes are proposed
 */
public record RegisterLot(RequestId request, String reference, UUID organisation, LocalDate day, List<Item> items) {

    /** One machine: a line of quantity n gives n items without serial. */
    public record Item(
            int line,
            String type,
            String manufacturer,
            String model,
            @Nullable SerialNumber serial,
            @Nullable BigDecimal largestDimensionCm,
            @Nullable BigDecimal weightKg,
            String placedOnMarket,
            String condition,
            DataInstruction instruction,
            List<ExpectedMedium> media) {}

    public record ExpectedMedium(
            MediumKind kind,
            MediumInterface attached,
            @Nullable SerialNumber serial,
            String model,
            @Nullable Integer capacityGb) {}
}
