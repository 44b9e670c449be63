package eu.boucle.treatment;

import eu.boucle.pickup.RunView;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;

/**
 * What came in against what went out. In: the weight received less the estimated weight of what was refused, since the
 * weighbridge saw both. Out: the sum of the fractions.
 */
record MassBalance(BigDecimal inKg, BigDecimal outKg, BigDecimal tolerancePercent) {

    static MassBalance of(RunView run, List<FractionLine> fractions, BigDecimal tolerancePercent) {
        BigDecimal received = Objects.requireNonNullElse(run.receivedKg(), BigDecimal.ZERO);
        BigDecimal out = fractions.stream().map(FractionLine::weightKg).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new MassBalance(
                received.subtract(refusedKg(run)).max(BigDecimal.ZERO).setScale(3, RoundingMode.HALF_UP),
                out.setScale(3, RoundingMode.HALF_UP),
                tolerancePercent);
    }

    static BigDecimal refusedKg(RunView run) {
        return run.manifest().stream()
                .filter(line -> "REFUSED".equals(line.received()))
                .map(RunView.ManifestLine::estimatedKg)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    boolean holds() {
        BigDecimal allowed = inKg.multiply(tolerancePercent).movePointLeft(2);
        return outKg.subtract(inKg).abs().compareTo(allowed) <= 0;
    }
}
