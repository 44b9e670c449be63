package eu.boucle.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.boucle.identity.Actor;
import eu.boucle.identity.Language;
import eu.boucle.identity.OrganisationKind;
import eu.boucle.identity.Organisations;
import eu.boucle.ledger.Ledger;
import eu.boucle.ledger.LedgerEntry;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.NotAllowed;
import eu.boucle.shared.Reason;
import eu.boucle.shared.StateForbids;
import eu.boucle.support.Lots;
import eu.boucle.support.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Wordings on a real database. One application serves all tests, so each leaves no version approved. */
abstract class WordingRules {

    private static final CertificateType WEEE = CertificateType.WEEE_TREATMENT;
    private static final String LAW = "preuve réglementaire";

    @Autowired
    WordingOffice office;

    @Autowired
    Wordings wordings;

    @Autowired
    CertificatePress press;

    @Autowired
    CertificateVault vault;

    @Autowired
    Certificates certificates;

    @Autowired
    JsonMapper json;

    @Autowired
    Organisations organisations;

    @Autowired
    Ledger ledger;

    @Autowired
    Lots lots;

    @Autowired
    TransactionTemplate transaction;

    @TempDir
    Path folder;

    private final DossierExample example = DossierExample.finished();
    private static final Reason WHY = new Reason("A sentence says more than is known");

    private final Actor editor = Lots.officer();
    private final Actor second = Lots.officer();
    private final String word = UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void aHost() {
        lots.organisation(OrganisationKind.CLIENT);
    }

    @AfterEach
    void nothingStaysApproved() {
        office.wording(WEEE, Language.FR, editor).versions().stream()
                .filter(WordingVersion::approved)
                .forEach(version -> office.withdraw(WEEE, Language.FR, version.version(), WHY, editor));
    }

    @Test
    void whatCannotStandInASentenceIsRefusedByName() {
        Invalid invalid = catchThrowableOfType(
                Invalid.class,
                () -> office.write(
                        command(
                                Map.of(
                                        "WEEE_CLAIM", "Reçu de {partenaire}.",
                                        "WEEE_CLAIM_WITHOUT_SLIP", "Reçu de {partner",
                                        "WEEE_CONTRACT", "Traitement irréversible.\u202e\ud83d\ude9b",
                                        "DATA_CLAIM", "D’un autre document."),
                                null),
                        editor));
        assertThat(invalid.problems())
                .extracting(problem -> problem.path(), problem -> problem.code(), problem -> problem.value())
                .containsExactlyInAnyOrder(
                        Tuple.tuple("clauses/WEEE_CLAIM", "WORDING_PLACEHOLDER_UNKNOWN", "partenaire"),
                        Tuple.tuple("clauses/WEEE_CLAIM_WITHOUT_SLIP", "WORDING_BRACE_ALONE", "Reçu de {partner"),
                        Tuple.tuple("clauses/WEEE_CONTRACT", "WORDING_CLAIMS_TOO_MUCH", "irréversible"),
                        Tuple.tuple("clauses/WEEE_CONTRACT", "WORDING_CONTROL", ""),
                        Tuple.tuple("clauses/WEEE_CONTRACT", "WORDING_LETTER_UNKNOWN", "\ud83d\ude9b"),
                        Tuple.tuple("clauses/DATA_CLAIM", "WORDING_CLAUSE_UNKNOWN", "DATA_CLAIM"));
    }

    @Test
    void onlyASentenceOfLawMayBeLeftOut() {
        Invalid invalid = catchThrowableOfType(
                Invalid.class, () -> office.write(command(Map.of("WEEE_CLAIM", " "), null), editor));
        assertThat(invalid.problems()).extracting(problem -> problem.code()).containsExactly("WORDING_EMPTY");
        write("Reçu " + word);
        assertThat(office.write(command(Map.of("WEEE_CONTRACT", ""), null), editor)
                        .clauses())
                .containsEntry(Clause.WEEE_CONTRACT, "");
        office.write(command(Map.of("WEEE_CONTRACT", "Bordereau : " + LAW + "."), null), editor);
    }

    @Test
    void theEditorCannotApproveAndWithdrawingBringsBackWhatStoodBefore() {
        int before = office.wording(WEEE, Language.FR, editor).current().version();
        WordingVersion written = write("Reçu " + word);
        assertThat(office.wording(WEEE, Language.FR, editor).current().version())
                .isEqualTo(before);
        assertThatThrownBy(() -> office.approve(WEEE, Language.FR, written.version(), editor))
                .isInstanceOf(NotAllowed.class)
                .hasMessageContaining("WORDING_OWN_VERSION");
        assertThatThrownBy(() -> office.approve(WEEE, Language.FR, null, Actor.system(example.client)))
                .isInstanceOf(NotAllowed.class);

        WordingVersion approved = office.approve(WEEE, Language.FR, null, second);
        assertThat(approved.version()).isEqualTo(written.version());
        assertThat(approved.approvedBy()).isEqualTo(second.person());
        assertThat(approved.clauses()).isEqualTo(written.clauses());
        assertThat(office.wording(WEEE, Language.FR, editor).current().version())
                .isEqualTo(written.version());
        assertThatThrownBy(() -> office.approve(WEEE, Language.FR, null, second))
                .hasMessageContaining("WORDING_APPROVED_BEFORE");

        assertThatThrownBy(() -> office.withdraw(WEEE, Language.FR, written.version(), Reason.of(" "), editor))
                .isInstanceOf(Invalid.class);
        assertThat(office.withdraw(WEEE, Language.FR, written.version(), WHY, editor)
                        .withdrawnBecause())
                .isEqualTo(WHY.text());
        assertThat(office.wording(WEEE, Language.FR, editor).current().version())
                .isEqualTo(before);
        assertThatThrownBy(() -> office.withdraw(WEEE, Language.FR, written.version(), WHY, editor))
                .hasMessageContaining("WORDING_NOT_APPROVED");
        List<LedgerEntry> told = ledger.about(
                new WordingApproved(WEEE, Language.FR, 1, second.stamp(UUID.randomUUID(), approved.approvedAt()))
                        .subject());
        assertThat(told.getLast().facts()).contains(WHY.text());
        assertThat(told).extracting(LedgerEntry::actor).endsWith(editor.person(), second.person(), editor.person());
    }

    @Test
    void theShippedWordingIsApprovedToo() {
        WordingVersion shipped = office.approve(CertificateType.TAKE_BACK, Language.EN, 1, second);
        assertThat(shipped.approved()).isTrue();
        assertThat(office.withdraw(CertificateType.TAKE_BACK, Language.EN, 1, WHY, second)
                        .approved())
                .isFalse();
        WordingVersion again = office.approve(CertificateType.TAKE_BACK, Language.EN, 1, editor);
        assertThat(again.clauses()).isEqualTo(shipped.clauses());
        assertThat(again.withdrawnBecause()).isNull();
        office.withdraw(CertificateType.TAKE_BACK, Language.EN, 1, WHY, second);
    }

    @Test
    void whoSawAnOlderVersionOrChangesNothingIsRefused() {
        WordingVersion written = write("Reçu " + word);
        assertThatThrownBy(() ->
                        office.write(command(Map.of("WEEE_CLAIM", "Autre " + word), written.version() - 1), second))
                .isInstanceOf(StateForbids.class)
                .hasMessageContaining("CHANGED_MEANWHILE");
        assertThatThrownBy(() -> write("Reçu " + word)).hasMessageContaining("WORDING_UNCHANGED");
        assertThatThrownBy(() -> office.wordings(Lots.client(UUID.randomUUID())))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void sentencesOfLawPrintUnderAnApprovedTemplateOnlyAndOldPapersStay() throws IOException {
        CertificateView old = issue();
        byte[] oldBytes = vault.pdf(old.number(), editor);
        String oldJson = vault.json(old.number(), editor);
        assertThat(text(oldBytes)).contains("modèle non validé").doesNotContain(LAW);

        WordingVersion written = write("Pris en charge par {partner} pour le lot {lot} le {date}, " + word + ".");
        office.approve(WEEE, Language.FR, null, second);
        assertThat(issue()).as("a newer template alone makes no new version").isEqualTo(old);

        example.fraction("verre", "1", "R 5", true, "RECYCLING", null);
        CertificateView corrected = issue();
        assertThat(corrected.supersedes()).isEqualTo(old.number());
        assertThat(text(vault.pdf(corrected.number(), editor)))
                .contains(LAW)
                .contains(
                        "Pris en charge par Recycleur Exemple pour le lot DR-2026-000123 le 20 novembre 2026, " + word)
                .contains("version " + written.version() + ", modèle validé")
                .doesNotContain("modèle non validé", "{");
        assertThat(vault.json(corrected.number(), editor)).contains("Pris en charge par {partner}");

        office.withdraw(WEEE, Language.FR, written.version(), WHY, second);
        assertThat(vault.pdf(old.number(), editor)).isEqualTo(oldBytes);
        assertThat(vault.json(old.number(), editor)).isEqualTo(oldJson);
    }

    @Test
    void certificatesIssuedBeforeWordingsHadVersionsKeepTheirHash() {
        Dossier dossier = example.dossier();
        Draft shipped = WeeeCertificate.draft(dossier, TreatedLot.of(dossier), example.wording());
        String before = VerificationCode.sha256(json.writeValueAsString(shipped.data()));
        assertThat(certificates.findByNumber(issue().number()).orElseThrow().saysTheSame(before))
                .isTrue();
    }

    @Test
    void inEnglishAnUnapprovedPaperSaysSo() throws IOException {
        example.language = Language.EN;
        assertThat(text(vault.pdf(issue().number(), editor)))
                .contains("template not approved")
                .doesNotContain("statutory evidence");
    }

    private WordingVersion write(String claim) {
        return office.write(command(Map.of("WEEE_CLAIM", claim), null), editor);
    }

    private static WriteWording command(Map<String, String> clauses, @Nullable Integer seen) {
        return new WriteWording(WEEE, Language.FR, clauses, new Reason("relu par le juriste"), seen);
    }

    private CertificateView issue() {
        Dossier dossier = example.dossier();
        return transaction.execute(t -> {
            Wording wording = wordings.inForce(example.language, DossierExample.PARIS);
            Draft draft = WeeeCertificate.draft(dossier, TreatedLot.of(dossier), wording);
            CertificateView issued =
                    press.issue(draft, organisations.host().orElseThrow(), null, Actor.system(example.client));
            return vault.certificate(issued.number(), editor);
        });
    }

    private String text(byte[] pdf) throws IOException {
        Path file = Files.write(folder.resolve(UUID.randomUUID() + ".pdf"), pdf);
        return Program.find("pdftotext")
                .run("-enc", "UTF-8", file, "-")
                .succeeded()
                .out()
                .replaceAll("\\s+", " ");
    }
}
