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
import java.util.function.Predicate;

/**
 * The four weights of a run for one request: shipped, received, refused, accepted. The partner weighs what it keeps; a
 * request that shares the run gets its part of that by estimate, called ALLOCATED. What was refused was never weighed
 * apart, so that what was received is the sum of a weighing and an estimate.
 *
 * @param acceptedBasis MEASURED when the run carried nothing else
 * @param share the request's part of what was accepted, from 0 to 1
 */
record RunWeights(
        BigDecimal shippedKg,
        BigDecimal receivedKg,
        BigDecimal refusedKg,
        BigDecimal acceptedKg,
        WeightBasis acceptedBasis,
        BigDecimal share) {

    static RunWeights of(RunView run, RequestId request) {
        Predicate<ManifestLine> ours = line -> line.request().equals(request);
        Predicate<ManifestLine> kept = line -> "RECEIVED".equals(line.received());
        Predicate<ManifestLine> refused = line -> "REFUSED".equals(line.received());
        boolean alone = run.manifest().stream().allMatch(ours);
        BigDecimal share = alone ? BigDecimal.ONE : part(run, ours, kept);
        BigDecimal accepted =
                Objects.requireNonNullElse(run.receivedKg(), BigDecimal.ZERO).multiply(share);
        BigDecimal refusedKg = estimated(run, ours.and(refused));
        return new RunWeights(
                kilograms(estimated(run, ours)),
                kilograms(accepted.add(refusedKg)),
                kilograms(refusedKg),
                kilograms(accepted),
                alone ? WeightBasis.MEASURED : WeightBasis.ALLOCATED,
                share);
    }

    boolean refusedSomething() {
        return refusedKg.signum() > 0;
    }

    boolean shared() {
        return acceptedBasis == WeightBasis.ALLOCATED;
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
