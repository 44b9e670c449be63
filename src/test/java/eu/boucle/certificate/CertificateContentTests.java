package eu.boucle.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.asset.AssetView;
import eu.boucle.asset.MediumKind;
import eu.boucle.asset.MediumStatus;
import eu.boucle.asset.Outcome;
import eu.boucle.asset.SanitizationLevel;
import eu.boucle.document.PaperContent;
import eu.boucle.identity.Language;
import eu.boucle.shared.RequestId;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CertificateContentTests {

    private final DossierExample example = DossierExample.finished();

    @Test
    void theDataCertificateAttestsOperationsAndTheLevelReached() {
        Draft draft = DataCertificate.draft(example.dossier(), example.wording());
        assertThat(draft.claims())
                .containsExactly("Nous attestons que les supports listés en annexe A ont fait l’objet des opérations"
                        + " décrites, avec le résultat indiqué pour chacun, selon la politique 1. Niveau atteint :"
                        + " Clear au sens de NIST SP 800-88 Rev. 2. Les rapports d’origine sont conservés avec leur"
                        + " empreinte. Les supports de l’annexe B (exceptions) ne sont pas couverts par la présente"
                        + " attestation.");
        assertThat(text(draft))
                .contains("Z1ZABCDE", "SRV-1", "Paul Opérateur", "Vera Contrôle", "1 supports sur 1 attendus")
                .contains("modèle non validé")
                .doesNotContain("irrécupérable", "règlement (UE) 2016/679");
    }

    @Test
    void thePolicyIsTheEditionsThatTheEvidenceWasHeldAgainst() {
        example.asset("SRV-3", MediumStatus.ERASED, "Z1ZFGHIJ", true, Outcome.RECYCLED);
        example.asset("SRV-4", MediumStatus.ERASED, "Z1ZKLMNO", true, Outcome.RECYCLED);
        example.editions = List.of(3, 1, 3);
        Draft draft = DataCertificate.draft(example.dossier(), example.wording());
        assertThat(draft.claims().getFirst()).contains("selon la politique 1, 3.");
        assertThat(draft.data()).containsEntry("policy", "1, 3");
        assertThat(text(draft)).contains("politique de traitement des supports, version 1, 3");
    }

    @Test
    void underAnApprovedTemplateTheSentencesOfLawArePrinted() {
        example.asset("SRV-4", MediumStatus.DESTROYED, "DES-8", true, Outcome.RECYCLED);
        example.approved = true;
        Dossier dossier = example.dossier();
        Draft data = DataCertificate.draft(dossier, example.wording());
        assertThat(data.claims())
                .hasSize(2)
                .last()
                .asString()
                .contains("article 28(3)(g) et (h) du règlement (UE) 2016/679");
        assertThat(section(data, "supports détruits")).contains("classe H-5. Taille de particule au plus 320 mm².");
        assertThat(text(data)).contains("version 1, modèle validé").doesNotContain("modèle non validé");
        assertThat(RohsStatement.claims(TreatedLot.of(dossier), example.wording())
                        .getFirst())
                .endsWith("laquelle relève du seul fabricant.");
    }

    @Test
    void withoutOriginalReportsTheClaimDoesNotSpeakOfThem() {
        example.supports = List.of();
        assertThat(text(DataCertificate.draft(example.dossier(), example.wording())))
                .doesNotContain("rapports d’origine");
    }

    @Test
    void anOverwriteIsNeverMoreThanClear() {
        DossierExample bold = new DossierExample();
        bold.reached = SanitizationLevel.PURGE;
        bold.kind = MediumKind.SSD;
        bold.asset("SRV-1", MediumStatus.ERASED, "S3Z", true, Outcome.RECYCLED);
        Draft draft = DataCertificate.draft(bold.dossier(), bold.wording());
        assertThat(text(draft)).contains("Clear").doesNotContain("Purge");
        assertThat(text(draft))
                .contains("Réécriture de l’espace adressable uniquement ; les zones de réserve du support ne sont pas"
                        + " couvertes (niveau Clear).");
    }

    @Test
    void theSentenceOnSpareAreasIsForFlashOnly() {
        assertThat(text(DataCertificate.draft(example.dossier(), example.wording())))
                .doesNotContain("réserve");
    }

    @Test
    void exceptionsStandInAnnexBAndAreCounted() {
        example.asset("SRV-3", MediumStatus.RETURNED, "RET-9", true, Outcome.RECYCLED);
        example.asset("SRV-4", MediumStatus.DESTROYED, "DES-8", true, Outcome.RECYCLED);
        Draft draft = DataCertificate.draft(example.dossier(), example.wording());
        assertThat(section(draft, "Annexe B")).contains("RET-9", "rendu au client");
        assertThat(section(draft, "supports détruits"))
                .contains("DES-8", "Support détruit le 20 novembre 2026, norme ISO/IEC 21964-1 classe H-5.", "photo 7")
                .contains("Vera Contrôle")
                .doesNotContain("mm²");
        assertThat(text(draft)).contains("2 supports sur 3 attendus", "Clear (1), Destroy (1)");
        assertThat(draft.items())
                .extracting(Draft.Item::serial)
                .contains("Z1ZABCDE", "DES-8")
                .doesNotContain("RET-9");
    }

    @Test
    void theWeeeCertificateSaysWhatThePartnerReported() {
        Dossier dossier = example.dossier();
        Draft draft = WeeeCertificate.draft(dossier, TreatedLot.of(dossier), example.wording());
        assertThat(draft.claims())
                .containsExactly("Au vu des bordereaux et du rapport de traitement de Recycleur Exemple (SIRET"
                        + " 73282932000074, installation classée ICPE-1) énumérés en annexe, les équipements du lot"
                        + " DR-2026-000123 ont été reçus le 20 novembre 2026 pour 40 kg et traités selon les"
                        + " opérations indiquées.");
        assertThat(text(draft))
                .contains("SRV-1", "SW-2", "16 02 13*", "BSD-2026-1", "mesuré", "piles et accumulateurs")
                .doesNotContain("%", "objectif", "preuve réglementaire");
        assertThat(draft.provisional()).isFalse();
    }

    @Test
    void inEnglishTheClientReadsEnglish() {
        example.language = Language.EN;
        Dossier dossier = example.dossier();
        Draft draft = WeeeCertificate.draft(dossier, TreatedLot.of(dossier), example.wording());
        assertThat(draft.claims().getFirst())
                .isEqualTo("Based on the waste slips and on the treatment report of Recycleur Exemple (SIRET"
                        + " 73282932000074, permit ICPE-1) listed in the annex, the equipment of lot DR-2026-000123 was"
                        + " received on 20 November 2026, 40 kg, and treated by the operations shown.");
        assertThat(text(draft)).contains("template not approved");
    }

    @Test
    void withoutSlipTheClaimNamesNone() {
        DossierExample harmless = new DossierExample();
        harmless.slipGiven = false;
        harmless.asset("SW-1", null, "", false, Outcome.RECYCLED);
        harmless.fraction("métaux", "40", "R 4", true, "RECYCLING", null);
        Dossier dossier = harmless.dossier();
        Draft draft = WeeeCertificate.draft(dossier, TreatedLot.of(dossier), harmless.wording());
        assertThat(draft.claims().getFirst()).startsWith("Au vu du rapport de traitement");
        assertThat(text(draft)).contains("aucun (déchets non dangereux)");
    }

    @Test
    void anOperationThatIsNotFinalMakesBothProvisional() {
        example.fraction("reste", "2", "R 12", false, "INTERIM", null);
        Dossier dossier = example.dossier();
        TreatedLot lot = TreatedLot.of(dossier);
        Draft weee = WeeeCertificate.draft(dossier, lot, example.wording());
        assertThat(weee.provisional()).isTrue();
        assertThat(section(weee, "Ce qui manque")).contains("2 kg", "R 12");
        assertThat(RohsStatement.draft(dossier, lot, example.wording()).provisional())
                .isTrue();
    }

    @Test
    void aRunSharedWithAnotherClientGivesAnAllocatedShareAndTellsNothingOfTheOther() {
        DossierExample other = new DossierExample();
        AssetView foreign = other.asset("FOREIGN-1", null, "", true, Outcome.RECYCLED);
        example.line(foreign, RequestId.next(), UUID.randomUUID(), "60", "RECEIVED");
        example.receivedKg = new BigDecimal("120");
        Dossier dossier = example.dossier();
        Draft draft = WeeeCertificate.draft(dossier, TreatedLot.of(dossier), example.wording());
        // Ours is estimated at 40 of 100 kg.
        assertThat(draft.claims().getFirst()).contains("pour 48 kg");
        assertThat(section(draft, "Poids de l’enlèvement")).contains("répartie selon les poids estimés");
        assertThat(text(draft)).doesNotContain("FOREIGN-1", "120");
        assertThat(section(draft, "Fractions")).contains("14,8", "part répartie");
    }

    @Test
    void whatWasRefusedIsTakenOffByItsEstimate() {
        AssetView refused = example.asset("REF-1", null, "", false, Outcome.RECYCLED);
        DossierExample fresh = new DossierExample();
        fresh.asset("SRV-1", null, "", false, Outcome.RECYCLED);
        fresh.line(refused, fresh.request, fresh.client.value(), "15", "REFUSED");
        RunWeights weights = RunWeights.of(fresh.run(), fresh.request);
        assertThat(weights.shippedKg()).isEqualByComparingTo("35");
        assertThat(weights.receivedKg()).isEqualByComparingTo("40");
        assertThat(weights.refusedKg()).isEqualByComparingTo("15");
        assertThat(weights.acceptedKg()).isEqualByComparingTo("25");
    }

    @Test
    void theRohsStatementCountsDatesAndNeverSpeaksOfConformity() {
        Dossier dossier = example.dossier();
        List<String> claims = RohsStatement.claims(TreatedLot.of(dossier), example.wording());
        assertThat(claims)
                .containsExactly(
                        "La présente attestation porte sur la prise en charge et la dépollution des équipements"
                                + " listés.",
                        "Selon les déclarations recueillies, 2 équipements ont été mis sur le marché à compter du 1er"
                                + " juillet 2006, 0 avant, 0 à une date inconnue.",
                        "Les composants et substances de l’annexe VII de la directive 2012/19/UE présents ont été"
                                + " retirés et dirigés vers les filières indiquées.",
                        "Aucun équipement du lot n’a été remis sur le marché.");
        assertThat(text(RohsStatement.draft(dossier, TreatedLot.of(dossier), example.wording())))
                .doesNotContainIgnoringCase("conforme")
                .doesNotContain("EU declaration", "annexe C");
    }

    @Test
    void withoutDepollutionOrWithReuseTheSentencesChange() {
        example.clearFractions();
        example.fraction("métaux", "40", "R 4", true, "RECYCLING", null);
        example.asset("RE-1", null, "", false, Outcome.REUSED);
        Dossier dossier = example.dossier();
        List<String> claims = RohsStatement.claims(TreatedLot.of(dossier), example.wording());
        assertThat(claims).noneMatch(c -> c.contains("annexe VII") || c.startsWith("Aucun équipement"));
        assertThat(claims).anyMatch(c -> c.contains("annexe D") && c.contains("sans pièce neuve"));
        assertThat(section(RohsStatement.draft(dossier, TreatedLot.of(dossier), example.wording()), "Annexe D"))
                .contains("RE-1")
                .doesNotContain("SRV-1");
    }

    @Test
    void theYear2006AloneIsUnknown() {
        assertThat(RohsStatement.Market.of("2006")).isEqualTo(RohsStatement.Market.UNKNOWN);
        assertThat(RohsStatement.Market.of("2006-06-30")).isEqualTo(RohsStatement.Market.BEFORE);
        assertThat(RohsStatement.Market.of("2006-07-01")).isEqualTo(RohsStatement.Market.FROM);
        assertThat(RohsStatement.Market.of("2005")).isEqualTo(RohsStatement.Market.BEFORE);
        assertThat(RohsStatement.Market.of("")).isEqualTo(RohsStatement.Market.UNKNOWN);
    }

    @Test
    void theTakeBackNoteClaimsTheHandoverAndAnEstimatedWeight() {
        Draft draft = TakeBackNote.draft(example.dossier(), example.run(), example.wording());
        assertThat(section(draft, "Remise"))
                .contains("Les équipements listés ci-dessus (liste figée, empreinte SHA-256 " + "cd".repeat(32)
                        + ") ont été remis le 20 novembre 2026 à 10:30 par Paul Opérateur à Luc Chauffeur. Le poids"
                        + " indiqué est estimé. La présente prise en charge ne vaut ni certificat d’effacement ni"
                        + " certificat de traitement.");
        assertThat(text(draft)).contains("SRV-1", "SW-2", "AB-123-CD", "40 kg (estimé)");
    }

    @Test
    void equalDossiersGiveEqualData() {
        Dossier dossier = example.dossier();
        assertThat(WeeeCertificate.draft(dossier, TreatedLot.of(dossier), example.wording())
                        .data())
                .isEqualTo(WeeeCertificate.draft(dossier, TreatedLot.of(dossier), example.wording())
                        .data());
    }

    private static String section(Draft draft, String heading) {
        return draft.sections().stream()
                .filter(s -> s.heading().contains(heading))
                .map(CertificateContentTests::text)
                .collect(Collectors.joining("\n"));
    }

    private static String text(PaperContent.Section section) {
        return section.heading() + "\n" + String.join("\n", section.sentences()) + "\n"
                + section.columns().stream().map(PaperContent.Column::head).collect(Collectors.joining(" | ")) + "\n"
                + section.rows().stream().map(row -> String.join(" | ", row)).collect(Collectors.joining("\n"));
    }

    private static String text(Draft draft) {
        return Stream.of(
                        draft.facts().stream().map(f -> f.label() + ": " + f.value()),
                        draft.claims().stream(),
                        draft.sections().stream().map(CertificateContentTests::text))
                .flatMap(s -> s)
                .collect(Collectors.joining("\n"));
    }
}
