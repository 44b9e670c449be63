package eu.boucle.certificate;

import static eu.boucle.certificate.DraftParts.column;
import static eu.boucle.certificate.DraftParts.row;

import eu.boucle.certificate.TreatedLot.Treated;
import eu.boucle.document.PaperContent.ColumnKind;
import eu.boucle.document.PaperContent.Fact;
import eu.boucle.document.PaperContent.Section;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The statement on WEEE and hazardous substances: take-back and depollution of what is listed. It is no declaration of
 * conformity, which the manufacturer alone can make, and it states no substance content: nobody measured.
 */
final class RohsStatement {

    /** Directive 2002/95/EC applied to equipment first placed on the market from this day on. */
    private static final LocalDate FIRST_DAY = LocalDate.of(2006, 7, 1);

    private RohsStatement() {}

    /** When a device was first placed on the market, against {@link #FIRST_DAY}, as its owner declared it. */
    enum Market {
        FROM,
        BEFORE,
        UNKNOWN;

        /** The year 2006 alone does not say on which side of 1 July it lies. */
        static Market of(String declared) {
            String text = declared.strip();
            if (text.matches("\\d{4}")) {
                int year = Integer.parseInt(text);
                return year == FIRST_DAY.getYear() ? UNKNOWN : year > FIRST_DAY.getYear() ? FROM : BEFORE;
            }
            try {
                return LocalDate.parse(text).isBefore(FIRST_DAY) ? BEFORE : FROM;
            } catch (DateTimeParseException noDate) {
                return UNKNOWN;
            }
        }
    }

    static Draft draft(Dossier dossier, TreatedLot lot, Wording wording) {
        Map<String, Object> data = DraftParts.data(CertificateType.ROHS_STATEMENT, dossier, lot.provisional(), wording);
        data.put("runs", TreatmentParts.data(lot));
        data.put("from1July2006", count(lot, Market.FROM));
        data.put("before1July2006", count(lot, Market.BEFORE));
        data.put("unknown", count(lot, Market.UNKNOWN));
        data.put(
                "assets",
                lot.assets().stream()
                        .map(t -> row(
                                "tag", t.line().tag().value(),
                                "type", t.line().type(),
                                "manufacturer", t.line().manufacturer(),
                                "model", t.line().model(),
                                "serial", t.line().serial(),
                                "placedOnMarket", t.asset().placedOnMarket(),
                                "outcome", t.outcome().name()))
                        .toList());
        List<Dossier.Support> supports = WeeeCertificate.supports(lot);
        data.put("supports", DraftParts.supportData(supports));
        List<Section> sections = new ArrayList<>();
        if (lot.provisional()) {
            sections.add(TreatmentParts.notFinal(lot, wording));
        }
        sections.add(assets(dossier, lot, wording));
        TreatmentParts.depollution(lot, wording, sections);
        reused(dossier, lot, wording, sections);
        TreatmentParts.untreated(dossier, wording, sections);
        DraftParts.supports(supports, wording, sections);
        return new Draft(
                CertificateType.ROHS_STATEMENT,
                dossier.request().id(),
                dossier.request().reference(),
                null,
                dossier.client().id().value(),
                dossier.client().name(),
                lot.provisional(),
                lot.assets().size(),
                facts(dossier, lot, wording),
                claims(lot, wording),
                sections,
                WeeeCertificate.items(lot),
                data,
                wording);
    }

    /** Each sentence stands only where its data exist; the sentence on the directive waits for the template's approval. */
    static List<String> claims(TreatedLot lot, Wording wording) {
        List<String> claims = new ArrayList<>();
        claims.add((wording.claim(Clause.ROHS_SCOPE) + " " + wording.claim(Clause.ROHS_NO_DECLARATION)).strip());
        claims.add(wording.claim(
                Clause.ROHS_DATES,
                Integer.toString(count(lot, Market.FROM)),
                Integer.toString(count(lot, Market.BEFORE)),
                Integer.toString(count(lot, Market.UNKNOWN))));
        if (!lot.depollution().isEmpty()) {
            claims.add(wording.claim(Clause.ROHS_DEPOLLUTION));
        }
        if (!lot.reused().isEmpty()) {
            claims.add(wording.claim(Clause.ROHS_REUSED));
        } else if (!lot.anythingReused()) {
            claims.add(wording.claim(Clause.ROHS_NOT_REUSED));
        }
        return claims;
    }

    private static int count(TreatedLot lot, Market market) {
        return (int) lot.assets().stream()
                .filter(t -> Market.of(t.asset().placedOnMarket()) == market)
                .count();
    }

    private static List<Fact> facts(Dossier dossier, TreatedLot lot, Wording wording) {
        List<Fact> facts = DraftParts.parties(dossier, wording);
        DraftParts.runs(dossier, lot.runs(), wording, facts);
        lot.parts().stream()
                .map(part -> TakeBackNote.partner(part.run().partnerSite(), wording))
                .distinct()
                .forEach(partner -> facts.add(DraftParts.fact(wording, "partner", partner)));
        DraftParts.template(CertificateType.ROHS_STATEMENT, wording, facts);
        return facts;
    }

    private static Section assets(Dossier dossier, TreatedLot lot, Wording wording) {
        return new Section(
                wording.say("rohs.assets"),
                List.of(),
                List.of(
                        column(wording, "tag", 1.1f, ColumnKind.CODE),
                        column(wording, "type", 1.5f, ColumnKind.TEXT),
                        column(wording, "model", 1.9f, ColumnKind.TEXT),
                        column(wording, "serial", 1.5f, ColumnKind.CODE),
                        column(wording, "placedOnMarket", 2.6f, ColumnKind.TEXT),
                        column(wording, "outcome", 1f, ColumnKind.TEXT)),
                lot.assets().stream().map(t -> asset(dossier, t, wording)).toList());
    }

    private static List<String> asset(Dossier dossier, Treated t, Wording wording) {
        String declared = t.asset().placedOnMarket().strip();
        String market = wording.say("market." + Market.of(declared).name());
        return List.of(
                t.line().tag().value(),
                dossier.type(t.line().type(), wording),
                (t.line().manufacturer() + " " + t.line().model()).strip(),
                t.line().serial(),
                declared.isEmpty() ? market : market + " (" + wording.say("declared", declared) + ")",
                wording.say("outcome." + t.outcome().name()));
    }

    private static void reused(Dossier dossier, TreatedLot lot, Wording wording, List<Section> sections) {
        if (!lot.reused().isEmpty()) {
            sections.add(new Section(
                    wording.say("rohs.annexD"),
                    List.of(),
                    List.of(
                            column(wording, "tag", 1.1f, ColumnKind.CODE),
                            column(wording, "type", 1.6f, ColumnKind.TEXT),
                            column(wording, "model", 2f, ColumnKind.TEXT),
                            column(wording, "serial", 1.8f, ColumnKind.CODE)),
                    lot.reused().stream()
                            .map(t -> List.of(
                                    t.line().tag().value(),
                                    dossier.type(t.line().type(), wording),
                                    (t.line().manufacturer() + " " + t.line().model()).strip(),
                                    t.line().serial()))
                            .toList()));
        }
    }
}
