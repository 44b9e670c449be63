package eu.boucle.certificate;

import static eu.boucle.certificate.DraftParts.column;
import static eu.boucle.certificate.DraftParts.fact;
import static eu.boucle.certificate.DraftParts.row;

import eu.boucle.document.PaperContent.ColumnKind;
import eu.boucle.document.PaperContent.Fact;
import eu.boucle.document.PaperContent.Section;
import eu.boucle.identity.SiteView;
import eu.boucle.pickup.PartnerSite;
import eu.boucle.pickup.PlanRun;
import eu.boucle.pickup.RunView;
import eu.boucle.pickup.RunView.ManifestLine;
import eu.boucle.shared.WeightBasis;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The take-back note: these identified assets changed hands at this hour. It says neither that they were treated nor that
 * their data are gone, and calls an estimated weight estimated.
 */
final class TakeBackNote {

    private TakeBackNote() {}

    static Draft draft(Dossier dossier, RunView run, Wording wording) {
        List<ManifestLine> lines = dossier.lines(run);
        Instant at = Objects.requireNonNull(run.handedOverAt());
        BigDecimal weight = lines.stream().map(ManifestLine::estimatedKg).reduce(BigDecimal.ZERO, BigDecimal::add);
        Map<String, Object> data = DraftParts.data(CertificateType.TAKE_BACK, dossier, false, wording);
        data.put("run", run.reference());
        data.put("handedOverAt", at.toString());
        data.put("manifestSha256", Objects.toString(run.manifestSha256(), ""));
        data.put("carrier", carrier(run, wording));
        data.put("driver", Objects.toString(run.driverName(), ""));
        data.put("plate", Objects.toString(run.plate(), ""));
        data.put("seals", run.seals());
        data.put("slips", DraftParts.slipData(dossier, List.of(run)));
        if (!dossier.corrections(run).isEmpty()) {
            data.put("corrections", TakeBackCorrections.data(dossier, run));
        }
        data.put("weightKg", weight.toPlainString());
        data.put("basis", WeightBasis.ESTIMATED.name());
        data.put(
                "assets",
                lines.stream()
                        .map(line -> row(
                                "tag", line.tag().value(),
                                "type", line.type(),
                                "manufacturer", line.manufacturer(),
                                "model", line.model(),
                                "serial", line.serial(),
                                "wasteCode", line.wasteCode(),
                                "media", line.media(),
                                "clearance", line.clearance(),
                                "estimatedKg", line.estimatedKg().toPlainString()))
                        .toList());
        return new Draft(
                CertificateType.TAKE_BACK,
                dossier.request().id(),
                dossier.request().reference(),
                run.id(),
                dossier.client().id().value(),
                dossier.client().name(),
                false,
                lines.size(),
                facts(dossier, run, weight, lines.size(), at, wording),
                List.of(),
                sections(dossier, run, lines, at, wording),
                lines.stream()
                        .map(line -> new Draft.Item(line.tag().value(), line.serial()))
                        .toList(),
                data,
                wording);
    }

    private static List<Fact> facts(
            Dossier dossier, RunView run, BigDecimal weight, int count, Instant at, Wording wording) {
        List<Fact> facts = DraftParts.parties(dossier, wording);
        facts.add(fact(wording, "handedOver", wording.say("dayAndHour", wording.day(at), wording.hour(at))));
        SiteView site = dossier.site();
        if (site != null) {
            String access = site.access().isEmpty() ? "" : " (" + site.access() + ")";
            facts.add(fact(wording, "site", site.name() + ", " + site.address().oneLine() + access));
        }
        facts.add(fact(
                wording,
                "contact",
                dossier.request().contact().name() + ", "
                        + dossier.request().contact().phone()));
        DraftParts.runs(dossier, List.of(run), wording, facts);
        facts.add(fact(wording, "partner", partner(run.partnerSite(), wording)));
        facts.add(fact(wording, "carrier", carrier(run, wording)));
        facts.add(fact(
                wording, "driver", Objects.toString(run.driverName(), "") + ", " + Objects.toString(run.plate(), "")));
        if (!run.seals().isEmpty()) {
            facts.add(fact(wording, "seals", String.join(", ", run.seals())));
        }
        if (run.lithiumKg() != null && run.lithiumKg().signum() > 0) {
            facts.add(fact(wording, "lithium", wording.kilograms(run.lithiumKg()) + " kg"));
        }
        facts.add(fact(
                wording,
                "load",
                wording.say("load", count, wording.kilograms(weight), wording.basis(WeightBasis.ESTIMATED))));
        DraftParts.template(CertificateType.TAKE_BACK, wording, facts);
        return facts;
    }

    private static List<Section> sections(
            Dossier dossier, RunView run, List<ManifestLine> lines, Instant at, Wording wording) {
        List<Section> sections = new ArrayList<>();
        sections.add(new Section(
                wording.say("takeBack.assets"),
                List.of(),
                List.of(
                        column(wording, "tag", 1.1f, ColumnKind.CODE),
                        column(wording, "type", 1.6f, ColumnKind.TEXT),
                        column(wording, "model", 2f, ColumnKind.TEXT),
                        column(wording, "serial", 1.8f, ColumnKind.CODE),
                        column(wording, "wasteCode", 1.1f, ColumnKind.CODE),
                        column(wording, "media", 0.8f, ColumnKind.NUMBER),
                        column(wording, "clearance", 1.3f, ColumnKind.TEXT),
                        column(wording, "estimatedKg", 0.9f, ColumnKind.NUMBER)),
                lines.stream()
                        .map(line -> List.of(
                                line.tag().value(),
                                dossier.type(line.type(), wording),
                                (line.manufacturer() + " " + line.model()).strip(),
                                line.serial(),
                                line.wasteCode(),
                                Integer.toString(line.media()),
                                wording.known("clearance." + line.clearance(), line.clearance()),
                                wording.kilograms(line.estimatedKg())))
                        .toList()));
        String giver = dossier.name(run.handedOverBy());
        sections.add(new Section(
                wording.say("takeBack.handover"),
                List.of(
                        wording.claim(
                                Clause.TAKE_BACK_CLAIM,
                                Objects.toString(run.manifestSha256(), "–"),
                                wording.day(at),
                                wording.hour(at),
                                giver.isEmpty() ? dossier.host().name() : giver,
                                Objects.toString(run.driverName(), "–"),
                                wording.basis(WeightBasis.ESTIMATED)),
                        signature(run, wording)),
                List.of(),
                List.of()));
        TakeBackCorrections.section(dossier, run, wording).ifPresent(sections::add);
        return sections;
    }

    private static String signature(RunView run, Wording wording) {
        String driver = Objects.toString(run.driverName(), "–");
        String value = Objects.toString(run.signatureValue(), "");
        return "GLASS".equals(run.signatureKind())
                ? wording.say("signature.GLASS", driver, VerificationCode.sha256(value))
                : wording.say("signature.TYPED", driver, value);
    }

    static String partner(PartnerSite site, Wording wording) {
        return wording.say(
                "partner",
                site.name(),
                site.siret().value(),
                site.permit(),
                site.address().oneLine());
    }

    private static String carrier(RunView run, Wording wording) {
        PlanRun.Carrier carrier = run.carrier();
        PartnerSite site = run.partnerSite();
        String name = carrier == null ? site.name() : carrier.name();
        String siret = carrier == null ? site.siret().value() : carrier.siret();
        String exemption = carrier == null ? site.exemption() : carrier.exemption();
        if (!exemption.isBlank()) {
            return wording.say("carrier.exempt", name, siret, exemption);
        }
        String receipt = carrier == null ? site.receipt() : carrier.receipt();
        var until = carrier == null ? site.receiptUntil() : carrier.receiptUntil();
        return wording.say("carrier.receipt", name, siret, receipt, until == null ? "–" : wording.day(until));
    }
}
