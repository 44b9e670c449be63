package eu.boucle.treatment;

import eu.boucle.pickup.RunView;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;

/**
 * What came in against what went out. In: what the partner weighed and kept; what it refused stays out of its weighing.
 * Out: the sum of the fractions.
 */
record MassBalance(BigDecimal inKg, BigDecimal outKg, BigDecimal tolerancePercent) {

    static MassBalance of(RunView run, List<FractionLine> fractions, BigDecimal tolerancePercent) {
        BigDecimal kept = Objects.requireNonNullElse(run.receivedKg(), BigDecimal.ZERO);
        BigDecimal out = fractions.stream().map(FractionLine::weightKg).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new MassBalance(
                kept.setScale(3, RoundingMode.HALF_UP), out.setScale(3, RoundingMode.HALF_UP), tolerancePercent);
    }

    boolean holds() {
        BigDecimal allowed = inKg.multiply(tolerancePercent).movePointLeft(2);
        return outKg.subtract(inKg).abs().compareTo(allowed) <= 0;
    }
}
