package eu.boucle.certificate;

import eu.boucle.asset.AssetId;
import eu.boucle.asset.AssetView;
import eu.boucle.asset.Outcome;
import eu.boucle.pickup.RunView;
import eu.boucle.pickup.RunView.ManifestLine;
import eu.boucle.treatment.TreatmentView;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the treatment certificate and the hazardous substances statement both rest on: runs, weights, fractions, outcomes. */
record TreatedLot(Dossier dossier, List<Part> parts, List<Treated> assets) {

    /** A run that brought something of the request to the partner, with the report in force. */
    record Part(RunView run, TreatmentView report, RunWeights weights, List<Fraction> fractions) {}

    /** A fraction, or the request's share of it. */
    record Fraction(TreatmentView.Line line, BigDecimal weightKg, boolean shared) {}

    /** An asset with its manifest line, its fixed waste code and what became of it. */
    record Treated(ManifestLine line, AssetView asset, Outcome outcome) {}

    static TreatedLot of(Dossier dossier) {
        Map<AssetId, Outcome> outcomes = new HashMap<>();
        dossier.reports().forEach(report -> outcomes.putAll(report.outcomes()));
        List<Part> parts = new ArrayList<>();
        List<Treated> assets = new ArrayList<>();
        for (RunView run : dossier.departed()) {
            dossier.report(run.id()).ifPresent(report -> {
                RunWeights weights = RunWeights.of(run, dossier.request().id());
                if (weights.share().signum() > 0) {
                    parts.add(new Part(run, report, weights, fractions(report, weights)));
                }
            });
            for (ManifestLine line : dossier.lines(run)) {
                Outcome outcome = outcomes.get(line.asset());
                boolean treatedHere = dossier.report(run.id())
                        .map(report -> report.outcomes().containsKey(line.asset()))
                        .orElse(false);
                if (outcome != null && treatedHere) {
                    dossier.asset(line.asset()).ifPresent(asset -> assets.add(new Treated(line, asset, outcome)));
                }
            }
        }
        return new TreatedLot(dossier, List.copyOf(parts), List.copyOf(assets));
    }

    private static List<Fraction> fractions(TreatmentView report, RunWeights weights) {
        return report.fractions().stream()
                .map(line -> new Fraction(
                        line,
                        weights.shared()
                                ? line.weightKg().multiply(weights.share()).setScale(3, RoundingMode.HALF_UP)
                                : line.weightKg(),
                        weights.shared()))
                .toList();
    }

    List<RunView> runs() {
        return parts.stream().map(Part::run).toList();
    }

    List<Fraction> fractions() {
        return parts.stream().flatMap(part -> part.fractions().stream()).toList();
    }

    List<Fraction> notFinal() {
        return fractions().stream().filter(f -> !f.line().finalOperation()).toList();
    }

    /** An operation is not final: whatever rests on it is provisional. */
    boolean provisional() {
        return !notFinal().isEmpty();
    }

    List<Fraction> depollution() {
        return fractions().stream()
                .filter(f -> dossier.annexSeven().named(f.line().kind()).isPresent())
                .toList();
    }

    List<Treated> reused() {
        return assets.stream().filter(a -> a.outcome() == Outcome.REUSED).toList();
    }

    boolean anythingReused() {
        return !reused().isEmpty()
                || fractions().stream().anyMatch(f -> Objects.equals(f.line().hierarchyClass(), "PREPARING_FOR_REUSE"));
    }
}
