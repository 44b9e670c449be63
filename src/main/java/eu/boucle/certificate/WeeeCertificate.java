package eu.boucle.certificate;

import static eu.boucle.certificate.DraftParts.column;
import static eu.boucle.certificate.DraftParts.fact;
import static eu.boucle.certificate.DraftParts.row;

import eu.boucle.certificate.TreatedLot.Part;
import eu.boucle.certificate.TreatedLot.Treated;
import eu.boucle.document.PaperContent.ColumnKind;
import eu.boucle.document.PaperContent.Fact;
import eu.boucle.document.PaperContent.Section;
import eu.boucle.pickup.RunView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The WEEE treatment certificate: what the partner reported and the slips show. No rate, no target, no split from general
 * tables; provisional while an operation is not final.
 */
final class WeeeCertificate {

    private static final String NO_FILE = "–";

    private WeeeCertificate() {}

    static Draft draft(Dossier dossier, TreatedLot lot, Wording wording) {
        Map<String, Object> data = DraftParts.data(CertificateType.WEEE_TREATMENT, dossier, lot.provisional(), wording);
        data.put("runs", TreatmentParts.data(lot));
        data.put("slips", DraftParts.slipData(dossier, lot.runs()));
        data.put("byClassKg", TreatmentParts.byClass(lot));
        data.put("assets", lot.assets().stream().map(WeeeCertificate::assetData).toList());
        List<Dossier.Support> supports = supports(lot);
        data.put("supports", DraftParts.supportData(supports));
        List<Section> sections = new ArrayList<>();
        if (lot.provisional()) {
            sections.add(TreatmentParts.notFinal(lot, wording));
        }
        TreatmentParts.weights(lot, wording, sections);
        sections.add(assets(dossier, lot, wording));
        TreatmentParts.fractions(lot, wording, sections);
        TreatmentParts.depollution(lot, wording, sections);
        sections.add(TreatmentParts.indicators(lot, wording));
        TreatmentParts.untreated(dossier, wording, sections);
        wasteCodes(dossier, lot, wording, sections);
        DraftParts.supports(supports, wording, sections);
        return new Draft(
                CertificateType.WEEE_TREATMENT,
                dossier.request().id(),
                dossier.request().reference(),
                null,
                dossier.client().id().value(),
                dossier.client().name(),
                lot.provisional(),
                lot.assets().size(),
                facts(dossier, lot, wording),
                Stream.concat(
                                lot.parts().stream().map(part -> claim(dossier, part, wording)),
                                Stream.of(wording.claim(Clause.WEEE_CONTRACT)))
                        .filter(claim -> !claim.isEmpty())
                        .toList(),
                sections,
                items(lot),
                data,
                wording);
    }

    /** Slips are named only where there are some. */
    private static String claim(Dossier dossier, Part part, Wording wording) {
        RunView run = part.run();
        boolean slips = !DraftParts.slips(dossier, run).isEmpty();
        return wording.claim(
                slips ? Clause.WEEE_CLAIM : Clause.WEEE_CLAIM_WITHOUT_SLIP,
                run.partnerSite().name(),
                run.partnerSite().siret().value(),
                run.partnerSite().permit(),
                dossier.request().reference(),
                wording.day(Objects.requireNonNull(run.receivedAt())),
                wording.kilograms(part.weights().receivedKg()));
    }

    private static List<Fact> facts(Dossier dossier, TreatedLot lot, Wording wording) {
        List<Fact> facts = DraftParts.parties(dossier, wording);
        DraftParts.runs(dossier, lot.runs(), wording, facts);
        lot.parts().stream()
                .map(part -> TakeBackNote.partner(part.run().partnerSite(), wording))
                .distinct()
                .forEach(partner -> facts.add(fact(wording, "partner", partner)));
        for (Part part : lot.parts()) {
            facts.add(fact(
                    wording,
                    "treated",
                    wording.say(
                            "weee.dates",
                            part.run().reference(),
                            wording.day(Objects.requireNonNull(part.run().receivedAt())),
                            wording.day(part.report().treatedAt()))));
        }
        facts.add(fact(
                wording,
                "categories",
                String.join(
                        ", ",
                        new TreeSet<>(lot.assets().stream()
                                .map(t -> Objects.toString(t.asset().weeeCategory(), wording.say("noCategory")))
                                .toList()))));
        facts.add(fact(wording, "basisOfClaim", wording.say("weee.rests")));
        DraftParts.template(CertificateType.WEEE_TREATMENT, wording, facts);
        return facts;
    }

    private static Section assets(Dossier dossier, TreatedLot lot, Wording wording) {
        return new Section(
                wording.say("weee.assets"),
                List.of(),
                List.of(
                        column(wording, "tag", 1.1f, ColumnKind.CODE),
                        column(wording, "type", 1.6f, ColumnKind.TEXT),
                        column(wording, "model", 2f, ColumnKind.TEXT),
                        column(wording, "serial", 1.8f, ColumnKind.CODE),
                        column(wording, "category", 0.8f, ColumnKind.TEXT),
                        column(wording, "wasteCode", 1.1f, ColumnKind.CODE),
                        column(wording, "outcome", 1.2f, ColumnKind.TEXT)),
                lot.assets().stream()
                        .map(t -> List.of(
                                t.line().tag().value(),
                                dossier.type(t.line().type(), wording),
                                (t.line().manufacturer() + " " + t.line().model()).strip(),
                                t.line().serial(),
                                Objects.toString(t.asset().weeeCategory(), "–"),
                                t.line().wasteCode(),
                                wording.say("outcome." + t.outcome().name())))
                        .toList());
    }

    /** Codes with their label as in force at take-over: the line was frozen on that day. */
    private static void wasteCodes(Dossier dossier, TreatedLot lot, Wording wording, List<Section> sections) {
        Map<String, Long> counts = new TreeMap<>();
        lot.assets().forEach(t -> counts.merge(t.line().wasteCode(), 1L, Long::sum));
        counts.remove("");
        if (!counts.isEmpty()) {
            sections.add(new Section(
                    wording.say("weee.codes"),
                    List.of(),
                    List.of(
                            column(wording, "wasteCode", 1f, ColumnKind.CODE),
                            column(wording, "label", 5f, ColumnKind.TEXT),
                            column(wording, "units", 1f, ColumnKind.NUMBER)),
                    counts.entrySet().stream()
                            .map(e -> List.of(
                                    e.getKey(),
                                    dossier.wasteLabels().getOrDefault(e.getKey(), ""),
                                    Long.toString(e.getValue())))
                            .toList()));
        }
    }

    /** Slips, reports and frozen lists. A report typed into the form has no file, and so no hash of its own. */
    static List<Dossier.Support> supports(TreatedLot lot) {
        List<Dossier.Support> supports = new ArrayList<>();
        for (Part part : lot.parts()) {
            String run = part.run().reference();
            Instant left = Objects.requireNonNull(part.run().handedOverAt());
            DraftParts.slips(lot.dossier(), part.run())
                    .forEach(slip -> supports.add(
                            new Dossier.Support("slip", slip.number() + " (" + slip.wasteCode() + ")", left, NO_FILE)));
            supports.add(new Dossier.Support(
                    "treatment",
                    run + ", v" + part.report().version(),
                    part.report().reportedAt(),
                    NO_FILE));
        }
        lot.dossier().supports().stream()
                .filter(s -> s.kind().startsWith("manifest"))
                .forEach(supports::add);
        return supports;
    }

    static List<Draft.Item> items(TreatedLot lot) {
        return lot.assets().stream()
                .map(t -> new Draft.Item(t.line().tag().value(), t.line().serial()))
                .toList();
    }

    private static Map<String, Object> assetData(Treated t) {
        return row(
                "tag", t.line().tag().value(),
                "type", t.line().type(),
                "manufacturer", t.line().manufacturer(),
                "model", t.line().model(),
                "serial", t.line().serial(),
                "weeeCategory", Objects.toString(t.asset().weeeCategory(), ""),
                "wasteCode", t.line().wasteCode(),
                "dangerous", t.line().dangerous(),
                "outcome", t.outcome().name());
    }
}
