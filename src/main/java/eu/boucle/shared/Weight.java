package eu.boucle.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A mass in kilograms, to the gram, with where it comes from.
 *
 * @throws Invalid {@code WEIGHT_NEGATIVE} when below zero, {@code NUMBER_UNREADABLE} when of no size that things have
 */
public record Weight(BigDecimal kilograms, WeightBasis basis) {

    public Weight {
        if (!PlainNumber.is(kilograms)) {
            throw Invalid.field("weightKg", "NUMBER_UNREADABLE", kilograms.toString());
        }
        if (kilograms.signum() < 0) {
            throw Invalid.field("weightKg", "WEIGHT_NEGATIVE", kilograms.toPlainString());
        }
        kilograms = kilograms.setScale(3, RoundingMode.HALF_UP);
    }

    public static Weight of(String kilograms, WeightBasis basis) {
        return new Weight(new BigDecimal(kilograms), basis);
    }
}
