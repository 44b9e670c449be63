package eu.boucle.certificate;

import eu.boucle.asset.AssetId;
import eu.boucle.asset.AssetState;
import eu.boucle.asset.AssetView;
import eu.boucle.asset.Clearance;
import eu.boucle.asset.DataAction;
import eu.boucle.asset.DataInstruction;
import eu.boucle.asset.DataPlace;
import eu.boucle.asset.EquipmentType;
import eu.boucle.asset.MediumId;
import eu.boucle.asset.MediumInterface;
import eu.boucle.asset.MediumKind;
import eu.boucle.asset.MediumStatus;
import eu.boucle.asset.MediumView;
import eu.boucle.asset.Outcome;
import eu.boucle.asset.SanitizationLevel;
import eu.boucle.custody.DiscrepancyId;
import eu.boucle.custody.DiscrepancyOutcome;
import eu.boucle.custody.DiscrepancyView;
import eu.boucle.decommissioning.Contact;
import eu.boucle.decommissioning.RequestStatus;
import eu.boucle.decommissioning.RequestView;
import eu.boucle.identity.Language;
import eu.boucle.identity.OrganisationId;
import eu.boucle.identity.OrganisationKind;
import eu.boucle.identity.OrganisationView;
import eu.boucle.pickup.Handover;
import eu.boucle.pickup.PartnerSite;
import eu.boucle.pickup.PartnerSiteId;
import eu.boucle.pickup.RunStatus;
import eu.boucle.pickup.RunView;
import eu.boucle.reference.ReferenceRows;
import eu.boucle.sanitization.Coverage;
import eu.boucle.sanitization.EvidenceView;
import eu.boucle.scancode.AssetTag;
import eu.boucle.shared.Period;
import eu.boucle.shared.PostalAddress;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.RunId;
import eu.boucle.shared.SerialNumber;
import eu.boucle.shared.Siret;
import eu.boucle.shared.WeightBasis;
import eu.boucle.treatment.TreatmentView;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.support.ResourceBundleMessageSource;

/** A dossier in the making: a finished lot of two machines, which each test bends where it needs to. */
final class DossierExample {

    static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    static final UUID PERFORMER = UUID.randomUUID();
    static final UUID VALIDATOR = UUID.randomUUID();
    static final Instant LEFT = Instant.parse("2026-11-20T09:30:00Z");

    final RequestId request = RequestId.next();
    final RunId runId = RunId.next();
    final OrganisationId client = OrganisationId.next();
    Language language = Language.FR;
    String placedOnMarket = "2012";
    SanitizationLevel reached = SanitizationLevel.CLEAR;
    MediumKind kind = MediumKind.HDD;
    Coverage coverage = new Coverage(1, 1, Set.of(PERFORMER), true, VALIDATOR, LEFT, true);
    BigDecimal receivedKg = new BigDecimal("40.0");
    boolean slipGiven = true;
    boolean reported = true;
    boolean balanced = true;
    LocalDate receiptUntil = LocalDate.of(2027, 1, 1);

    private final List<AssetView> assets = new ArrayList<>();
    private final List<EvidenceView> evidence = new ArrayList<>();
    private final List<RunView.ManifestLine> lines = new ArrayList<>();
    private final List<TreatmentView.Line> fractions = new ArrayList<>();
    private final Map<AssetId, Outcome> outcomes = new LinkedHashMap<>();
    private final List<DiscrepancyView> discrepancies = new ArrayList<>();
    List<Dossier.Support> supports = List.of(new Dossier.Support("evidence.REPORT", "nwipe", LEFT, "ab".repeat(32)));
    List<Integer> editions = List.of();
    boolean approved;
    private long tags = 1;

    static DossierExample finished() {
        DossierExample example = new DossierExample();
        example.asset("SRV-1", MediumStatus.ERASED, "Z1ZABCDE", true, Outcome.RECYCLED);
        example.asset("SW-2", null, "", false, Outcome.RECYCLED);
        example.fraction("métaux", "37", "R 4", true, "RECYCLING", null);
        example.fraction("BATTERIES", "3", "R 4", true, "RECYCLING", "16 06 01*");
        return example;
    }

    AssetView asset(
            String serial,
            @org.jspecify.annotations.Nullable MediumStatus medium,
            String mediumSerial,
            boolean dangerous,
            Outcome outcome) {
        AssetId id = AssetId.next();
        AssetTag tag = AssetTag.of(tags++);
        List<MediumView> media = medium == null ? List.of() : List.of(medium(id, tag, medium, mediumSerial));
        AssetView asset = new AssetView(
                id,
                tag,
                request,
                client.value(),
                assets.size() + 1,
                "rack-server",
                "Dell",
                "R640",
                SerialNumber.of(serial).orElse(null),
                AssetState.valueOf(outcome.name()),
                Clearance.CLEARED,
                "4",
                dangerous ? "16 02 13*" : "16 02 14",
                dangerous,
                "",
                false,
                null,
                placedOnMarket,
                "",
                null,
                runId,
                false,
                media);
        assets.add(asset);
        outcomes.put(id, outcome);
        line(asset, request, client.value(), "20", "RECEIVED");
        return asset;
    }

    void line(AssetView asset, RequestId whose, UUID organisation, String kilograms, String received) {
        lines.add(new RunView.ManifestLine(
                asset.id(),
                asset.tag(),
                whose,
                organisation,
                asset.type(),
                asset.manufacturer(),
                asset.model(),
                asset.serial() == null ? "" : asset.serial().raw(),
                asset.wasteCode() == null ? "" : asset.wasteCode(),
                asset.dangerous(),
                "CLEARED",
                asset.media().size(),
                new BigDecimal(kilograms),
                received,
                ""));
    }

    private MediumView medium(AssetId asset, AssetTag tag, MediumStatus status, String serial) {
        MediumId id = MediumId.next();
        boolean decided =
                status == MediumStatus.ERASED || status == MediumStatus.DESTROYED || status == MediumStatus.RETURNED;
        if (status == MediumStatus.ERASED || status == MediumStatus.DESTROYED) {
            boolean destroyed = status == MediumStatus.DESTROYED;
            evidence.add(new EvidenceView(
                    UUID.randomUUID(),
                    id,
                    destroyed ? "DESTRUCTION" : "REPORT",
                    destroyed ? "SHRED" : "OVERWRITE",
                    destroyed ? SanitizationLevel.DESTROY : reached,
                    destroyed ? "HSM 1" : "nwipe",
                    destroyed ? "" : "0.42",
                    destroyed ? "ISO/IEC 21964-1 H-5 ≤ 320 mm²" : "FULL_LAST_PASS",
                    LEFT.minusSeconds(9000),
                    LEFT.minusSeconds(7200),
                    destroyed ? "DESTROYED" : "ERASED",
                    List.of(),
                    List.of(),
                    PERFORMER,
                    destroyed ? VALIDATOR : null,
                    destroyed ? "ISO/IEC 21964-1 H-5 ≤ 320 mm² · photo 7" : "",
                    destroyed ? "" : "ab".repeat(32),
                    LEFT.minusSeconds(7000)));
        }
        return new MediumView(
                id,
                asset,
                tag,
                request,
                client.value(),
                kind,
                MediumInterface.ATA,
                SerialNumber.of(serial).orElse(null),
                "ST4000",
                4000,
                status,
                new DataInstruction(DataAction.ERASE, DataPlace.HERE, SanitizationLevel.CLEAR),
                false,
                false,
                decided);
    }

    void fraction(
            String name,
            String kilograms,
            String operation,
            boolean last,
            String hierarchyClass,
            @org.jspecify.annotations.Nullable String code) {
        fractions.add(new TreatmentView.Line(
                name,
                new BigDecimal(kilograms),
                operation,
                null,
                code,
                code != null && code.endsWith("*"),
                "Fonderie",
                WeightBasis.MEASURED,
                last,
                hierarchyClass));
    }

    void clearFractions() {
        fractions.clear();
    }

    void openGap() {
        gap(null);
    }

    void gap(@org.jspecify.annotations.Nullable DiscrepancyOutcome outcome) {
        discrepancies.add(new DiscrepancyView(
                DiscrepancyId.next(),
                "WEIGHT_GAP",
                client.value(),
                request,
                runId,
                null,
                null,
                "40 / 55 kg",
                LEFT,
                null,
                LEFT,
                outcome,
                "",
                null,
                null,
                0));
    }

    Dossier dossier() {
        OrganisationView host = organisation(OrganisationId.next(), OrganisationKind.HOST, "Hébergeur Exemple SAS");
        return new Dossier(
                new RequestView(
                        request,
                        "DR-2026-000123",
                        client,
                        null,
                        new Contact("Jeanne Martin", "j@example.org", "+33 1 23 45 67 89"),
                        null,
                        null,
                        "",
                        List.of(),
                        RequestStatus.TREATED,
                        null,
                        0,
                        PERFORMER,
                        LEFT,
                        LEFT,
                        LEFT),
                organisation(client, OrganisationKind.CLIENT, "Client A"),
                host,
                null,
                assets,
                List.of(run()),
                Map.of(),
                reported ? List.of(report()) : List.of(),
                evidence,
                coverage,
                discrepancies,
                List.of(),
                Map.of(PERFORMER, "Paul Opérateur", VALIDATOR, "Vera Contrôle"),
                new HashMap<String, EquipmentType>(),
                Map.of("16 02 13*", "équipements mis au rebut contenant des composants dangereux"),
                supports,
                Map.of(),
                policies(),
                AnnexSeven.on(LocalDate.of(2026, 11, 20), ReferenceRows.asShipped()));
    }

    /** Each piece of evidence was held against the edition its turn has; the first one for those that have none. */
    private Map<UUID, Integer> policies() {
        Map<UUID, Integer> policies = new HashMap<>();
        for (int i = 0; i < evidence.size(); i++) {
            policies.put(evidence.get(i).id(), i < editions.size() ? editions.get(i) : 1);
        }
        return policies;
    }

    RunView run() {
        return new RunView(
                runId,
                "PU-2026-000045",
                RunStatus.TREATED,
                new PartnerSite(
                        new PartnerSiteId(UUID.randomUUID()),
                        OrganisationId.next(),
                        "Recycleur Exemple",
                        new Siret("73282932000074"),
                        new PostalAddress("1 rue du Port", "59000", "Lille", "FR"),
                        "ICPE-1",
                        LocalDate.of(2028, 1, 1),
                        "59-2024-1",
                        "59",
                        receiptUntil,
                        ""),
                null,
                new Period(LocalDate.of(2026, 11, 20), LocalDate.of(2026, 11, 20)),
                List.of(),
                null,
                LEFT.minusSeconds(90000),
                null,
                null,
                null,
                LEFT.minusSeconds(3600),
                "cd".repeat(32),
                lines,
                "Luc Chauffeur",
                "AB-123-CD",
                "TYPED",
                "Luc Chauffeur",
                List.of(),
                slipGiven ? List.of(new Handover.Slip("16 02 13*", "BSD-2026-1")) : List.of(),
                LEFT,
                PERFORMER,
                LEFT.plusSeconds(7200),
                receivedKg);
    }

    private TreatmentView report() {
        return new TreatmentView(
                runId,
                1,
                LocalDate.of(2026, 11, 22),
                "pesée",
                fractions,
                outcomes,
                receivedKg,
                fractions.stream().map(TreatmentView.Line::weightKg).reduce(BigDecimal.ZERO, BigDecimal::add),
                balanced,
                fractions.stream()
                        .filter(f -> !f.finalOperation())
                        .map(TreatmentView.Line::weightKg)
                        .reduce(BigDecimal.ZERO, BigDecimal::add),
                LEFT.plusSeconds(90000),
                null,
                null,
                eu.boucle.treatment.ReportStanding.IN_FORCE,
                null,
                null);
    }

    private OrganisationView organisation(OrganisationId id, OrganisationKind which, String name) {
        return new OrganisationView(
                id,
                which,
                name,
                new Siret("73282932000074"),
                new PostalAddress("2 rue Haute", "59100", "Roubaix", "FR"),
                language);
    }

    Wording wording() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/certificate");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        Wording shipped = new Wording(messages, language.locale(), PARIS);
        if (!approved) {
            return shipped;
        }
        Map<CertificateType, Template> templates = new EnumMap<>(CertificateType.class);
        shipped.templates()
                .forEach((type, template) -> templates.put(type, new Template(type, 1, true, template.clauses())));
        return new Wording(messages, language.locale(), PARIS, templates);
    }
}
