package eu.boucle.certificate;

import eu.boucle.pickup.RunView;
import eu.boucle.pickup.RunView.ManifestLine;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.WeightBasis;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The four weights of a run for one request: shipped, received, refused, accepted. The weighbridge measures the run; a
 * request that shares it gets its part by estimate, called ALLOCATED. What was refused was never weighed apart.
 *
 * @param share the request's part of what was received, from 0 to 1
 */
record RunWeights(
        BigDecimal shippedKg,
        BigDecimal receivedKg,
        BigDecimal refusedKg,
        BigDecimal acceptedKg,
        WeightBasis receivedBasis,
        BigDecimal share) {

    private static final Set<String> WEIGHED = Set.of("RECEIVED", "REFUSED");

    static RunWeights of(RunView run, RequestId request) {
        Predicate<ManifestLine> ours = line -> line.request().equals(request);
        Predicate<ManifestLine> weighed = line -> WEIGHED.contains(Objects.toString(line.received(), ""));
        Predicate<ManifestLine> received = line -> "RECEIVED".equals(line.received());
        Predicate<ManifestLine> refused = line -> "REFUSED".equals(line.received());
        boolean alone = run.manifest().stream().allMatch(ours);
        BigDecimal total = Objects.requireNonNullElse(run.receivedKg(), BigDecimal.ZERO);
        BigDecimal measured = alone ? total : total.multiply(part(run, ours, weighed));
        BigDecimal refusedKg = estimated(run, ours.and(refused));
        return new RunWeights(
                kilograms(estimated(run, ours)),
                kilograms(measured),
                kilograms(refusedKg),
                kilograms(measured.subtract(refusedKg).max(BigDecimal.ZERO)),
                alone ? WeightBasis.MEASURED : WeightBasis.ALLOCATED,
                alone ? BigDecimal.ONE : part(run, ours, received));
    }

    boolean refusedSomething() {
        return refusedKg.signum() > 0;
    }

    boolean shared() {
        return receivedBasis == WeightBasis.ALLOCATED;
    }

    /** By estimated weight; by count where nothing was estimated. */
    private static BigDecimal part(RunView run, Predicate<ManifestLine> ours, Predicate<ManifestLine> among) {
        BigDecimal all = estimated(run, among);
        if (all.signum() > 0) {
            return estimated(run, ours.and(among)).divide(all, MathContext.DECIMAL64);
        }
        long count = run.manifest().stream().filter(among).count();
        long mine = run.manifest().stream().filter(ours.and(among)).count();
        return count == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(mine).divide(BigDecimal.valueOf(count), MathContext.DECIMAL64);
    }

    private static BigDecimal estimated(RunView run, Predicate<ManifestLine> lines) {
        List<BigDecimal> weights = run.manifest().stream()
                .filter(lines)
                .map(ManifestLine::estimatedKg)
                .toList();
        return weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal kilograms(BigDecimal weight) {
        return weight.setScale(3, RoundingMode.HALF_UP);
    }
}
