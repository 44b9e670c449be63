package eu.boucle.certificate;

import static eu.boucle.certificate.DraftParts.column;
import static eu.boucle.certificate.DraftParts.row;

import eu.boucle.asset.AssetState;
import eu.boucle.asset.AssetView;
import eu.boucle.certificate.TreatedLot.Fraction;
import eu.boucle.certificate.TreatedLot.Part;
import eu.boucle.document.PaperContent.ColumnKind;
import eu.boucle.document.PaperContent.Section;
import eu.boucle.shared.WeightBasis;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sections on weights, fractions and what is not final, shared by the certificates on treatment. */
final class TreatmentParts {

    private static final List<String> CLASSES =
            List.of("PREPARING_FOR_REUSE", "RECYCLING", "OTHER_RECOVERY", "ENERGY_RECOVERY", "DISPOSAL", "INTERIM");

    private TreatmentParts() {}

    static Section notFinal(TreatedLot lot, Wording wording) {
        BigDecimal open = sum(lot.notFinal(), f -> true);
        return new Section(
                wording.say("notFinal"),
                List.of(wording.say("notFinal.share", wording.kilograms(open))),
                List.of(
                        column(wording, "fraction", 2f, ColumnKind.TEXT),
                        column(wording, "kg", 1f, ColumnKind.NUMBER),
                        column(wording, "operation", 1f, ColumnKind.CODE),
                        column(wording, "destination", 3f, ColumnKind.TEXT)),
                lot.notFinal().stream()
                        .map(f -> List.of(
                                kind(lot, f, wording),
                                wording.kilograms(f.weightKg()),
                                f.line().operation(),
                                f.line().destination()))
                        .toList());
    }

    static void weights(TreatedLot lot, Wording wording, List<Section> sections) {
        for (Part part : lot.parts()) {
            RunWeights w = part.weights();
            String received = wording.basis(w.receivedBasis());
            sections.add(new Section(
                    wording.say("weights", part.run().reference()),
                    w.shared() ? List.of(wording.say("weights.shared")) : List.of(),
                    List.of(
                            column(wording, "weight", 2f, ColumnKind.TEXT),
                            column(wording, "kg", 1f, ColumnKind.NUMBER),
                            column(wording, "basis", 3f, ColumnKind.TEXT)),
                    List.of(
                            weight("shipped", w.shippedKg(), wording.basis(WeightBasis.ESTIMATED), wording),
                            weight("received", w.receivedKg(), received, wording),
                            weight("refused", w.refusedKg(), wording.basis(WeightBasis.ESTIMATED), wording),
                            weight(
                                    "accepted",
                                    w.acceptedKg(),
                                    w.refusedSomething() ? wording.say("basis.DIFFERENCE", received) : received,
                                    wording))));
        }
    }

    static void fractions(TreatedLot lot, Wording wording, List<Section> sections) {
        for (Part part : lot.parts()) {
            List<String> sentences = new ArrayList<>();
            sentences.add(wording.say(
                    "fractions.method",
                    part.report().method(),
                    wording.day(part.report().treatedAt()),
                    part.report().version()));
            if (part.report().acceptedReason() != null) {
                sentences.add(wording.say("fractions.accepted", part.report().acceptedReason()));
            }
            sections.add(new Section(
                    wording.say("fractions", part.run().reference()),
                    sentences,
                    List.of(
                            column(wording, "fraction", 2.2f, ColumnKind.TEXT),
                            column(wording, "kg", 1f, ColumnKind.NUMBER),
                            column(wording, "operation", 0.9f, ColumnKind.CODE),
                            column(wording, "class", 1.9f, ColumnKind.TEXT),
                            column(wording, "wasteCode", 1.1f, ColumnKind.CODE),
                            column(wording, "dangerous", 0.9f, ColumnKind.TEXT),
                            column(wording, "destination", 1.8f, ColumnKind.TEXT),
                            column(wording, "basis", 1.4f, ColumnKind.TEXT)),
                    part.fractions().stream()
                            .map(f -> fraction(lot, f, wording))
                            .toList()));
        }
    }

    private static List<String> fraction(TreatedLot lot, Fraction f, Wording wording) {
        String code = f.line().wasteCode();
        return List.of(
                kind(lot, f, wording),
                wording.kilograms(f.weightKg()),
                f.line().operation(),
                wording.say("class." + f.line().hierarchyClass()),
                code == null ? "" : code,
                code == null ? wording.say("notStated") : wording.yesNo(f.line().dangerous()),
                f.line().destination(),
                basis(f, wording));
    }

    static void depollution(TreatedLot lot, Wording wording, List<Section> sections) {
        if (!lot.depollution().isEmpty()) {
            sections.add(new Section(
                    wording.say("depollution"),
                    List.of(),
                    List.of(
                            column(wording, "component", 3f, ColumnKind.TEXT),
                            column(wording, "kg", 1f, ColumnKind.NUMBER),
                            column(wording, "wasteCode", 1.1f, ColumnKind.CODE),
                            column(wording, "operation", 0.9f, ColumnKind.CODE),
                            column(wording, "destination", 2.2f, ColumnKind.TEXT),
                            column(wording, "basis", 1.4f, ColumnKind.TEXT)),
                    lot.depollution().stream()
                            .map(f -> List.of(
                                    kind(lot, f, wording),
                                    wording.kilograms(f.weightKg()),
                                    text(f.line().wasteCode()),
                                    f.line().operation(),
                                    f.line().destination(),
                                    basis(f, wording)))
                            .toList()));
        }
    }

    /** Kilograms by class and danger: figures of this lot, never rates. */
    static Section indicators(TreatedLot lot, Wording wording) {
        List<List<String>> rows = new ArrayList<>();
        for (String hierarchyClass : CLASSES) {
            List<Fraction> its = lot.fractions().stream()
                    .filter(f -> f.line().hierarchyClass().equals(hierarchyClass))
                    .toList();
            if (!its.isEmpty()) {
                rows.add(List.of(
                        wording.say("class." + hierarchyClass),
                        wording.kilograms(sum(its, f -> f.line().dangerous())),
                        wording.kilograms(
                                sum(its, f -> !f.line().dangerous() && f.line().wasteCode() != null)),
                        wording.kilograms(sum(its, f -> f.line().wasteCode() == null)),
                        new TreeSet<>(its.stream().map(f -> basis(f, wording)).toList())
                                .stream().collect(Collectors.joining(", "))));
            }
        }
        return new Section(
                wording.say("indicators"),
                List.of(),
                List.of(
                        column(wording, "class", 2.6f, ColumnKind.TEXT),
                        column(wording, "dangerousKg", 1.2f, ColumnKind.NUMBER),
                        column(wording, "notDangerousKg", 1.2f, ColumnKind.NUMBER),
                        column(wording, "codelessKg", 1.2f, ColumnKind.NUMBER),
                        column(wording, "basis", 2f, ColumnKind.TEXT)),
                rows);
    }

    /** What left or was asked for and has no outcome: withdrawn, or lost by the officer's word. */
    static void untreated(Dossier dossier, Wording wording, List<Section> sections) {
        List<AssetView> aside = dossier.assets().stream()
                .filter(a -> a.state() == AssetState.WITHDRAWN || a.state() == AssetState.MISSING)
                .toList();
        if (!aside.isEmpty()) {
            sections.add(new Section(
                    wording.say("untreated"),
                    List.of(wording.say("untreated.rest")),
                    List.of(
                            column(wording, "tag", 1.1f, ColumnKind.CODE),
                            column(wording, "type", 1.6f, ColumnKind.TEXT),
                            column(wording, "serial", 1.8f, ColumnKind.CODE),
                            column(wording, "exception", 2.5f, ColumnKind.TEXT)),
                    aside.stream()
                            .map(a -> List.of(
                                    a.tag().value(),
                                    dossier.type(a.type(), wording),
                                    a.serial() == null ? "" : a.serial().raw(),
                                    wording.say("aside." + a.state().name())))
                            .toList()));
        }
    }

    static List<Map<String, Object>> data(TreatedLot lot) {
        return lot.parts().stream()
                .map(part -> row(
                        "run", part.run().reference(),
                        "partner", part.run().partnerSite().name(),
                        "siret", part.run().partnerSite().siret().value(),
                        "permit", part.run().partnerSite().permit(),
                        "receivedAt", String.valueOf(part.run().receivedAt()),
                        "treatedAt", part.report().treatedAt().toString(),
                        "reportVersion", part.report().version(),
                        "method", part.report().method(),
                        "shippedKg", part.weights().shippedKg().toPlainString(),
                        "receivedKg", part.weights().receivedKg().toPlainString(),
                        "receivedBasis", part.weights().receivedBasis().name(),
                        "refusedKg", part.weights().refusedKg().toPlainString(),
                        "acceptedKg", part.weights().acceptedKg().toPlainString(),
                        "fractions",
                                part.fractions().stream()
                                        .map(TreatmentParts::fractionData)
                                        .toList()))
                .toList();
    }

    private static Map<String, Object> fractionData(Fraction f) {
        return row(
                "kind", f.line().kind(),
                "weightKg", f.weightKg().toPlainString(),
                "basis", f.line().basis().name(),
                "allocated", f.shared(),
                "operation", f.line().operation(),
                "mode", text(f.line().mode()),
                "hierarchyClass", f.line().hierarchyClass(),
                "final", f.line().finalOperation(),
                "wasteCode", text(f.line().wasteCode()),
                "dangerous", f.line().dangerous(),
                "destination", f.line().destination());
    }

    /** Weights by class, for those who read the data and not the page. */
    static Map<String, String> byClass(TreatedLot lot) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        lot.fractions().forEach(f -> sums.merge(f.line().hierarchyClass(), f.weightKg(), BigDecimal::add));
        return sums.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, e -> e.getValue().toPlainString(), (a, b) -> a, TreeMap::new));
    }

    private static List<String> weight(String key, BigDecimal kilograms, String basis, Wording wording) {
        return List.of(wording.say("weight." + key), wording.kilograms(kilograms), basis);
    }

    private static String kind(TreatedLot lot, Fraction f, Wording wording) {
        return lot.dossier()
                .annexSeven()
                .named(f.line().kind())
                .map(part -> part.label(wording.locale()))
                .orElse(f.line().kind());
    }

    private static String basis(Fraction f, Wording wording) {
        String basis = wording.basis(f.line().basis());
        return f.shared() ? wording.say("basis.SHARE", basis) : basis;
    }

    private static BigDecimal sum(List<Fraction> fractions, Predicate<Fraction> which) {
        return fractions.stream().filter(which).map(Fraction::weightKg).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
