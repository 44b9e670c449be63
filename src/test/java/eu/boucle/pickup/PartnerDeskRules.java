package eu.boucle.pickup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.boucle.asset.AssetRegister;
import eu.boucle.asset.AssetView;
import eu.boucle.custody.RoundId;
import eu.boucle.custody.RoundMode;
import eu.boucle.custody.ScanAnswer;
import eu.boucle.custody.ScanCommand;
import eu.boucle.custody.ScanRounds;
import eu.boucle.decommissioning.RequestDesk;
import eu.boucle.flow.WorkItem;
import eu.boucle.identity.Actor;
import eu.boucle.identity.OrganisationId;
import eu.boucle.identity.OrganisationKind;
import eu.boucle.identity.Role;
import eu.boucle.ledger.Ledger;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.NotAllowed;
import eu.boucle.shared.NotFound;
import eu.boucle.shared.Period;
import eu.boucle.shared.PostalAddress;
import eu.boucle.shared.Problem;
import eu.boucle.shared.StateForbids;
import eu.boucle.support.Lots;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is kept of a partner's sites, and what planning and handover make of it. */
abstract class PartnerDeskRules {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Paris"));
    private static final PostalAddress LYON = new PostalAddress("1 rue des Essais", "69003", "Lyon", "FR");
    private static final Actor ADMIN = new Actor(UUID.randomUUID(), "Admin", Set.of(Role.ADMIN), Set.of());

    @Autowired
    PartnerDesk partners;

    @Autowired
    RunDesk runs;

    @Autowired
    PartnerPapersWork work;

    @Autowired
    ScanRounds rounds;

    @Autowired
    AssetRegister register;

    @Autowired
    RequestDesk requests;

    @Autowired
    Ledger ledger;

    @Autowired
    Lots lots;

    private final Actor officer = Lots.officer();
    private final Actor storekeeper = Lots.storekeeper();
    private OrganisationId partner = new OrganisationId(UUID.randomUUID());

    @BeforeEach
    void aPartner() {
        partner = new OrganisationId(lots.organisation(OrganisationKind.PARTNER));
    }

    private WritePartnerSite site(LocalDate permit, @Nullable LocalDate receipt, String exemption, String... codes) {
        return new WritePartnerSite(
                partner,
                "Atelier",
                "73282932000074",
                LYON,
                "ICPE 2711-69",
                permit,
                receipt == null ? "" : "69-2024-1",
                receipt == null ? "" : "69",
                receipt,
                exemption,
                List.of(codes),
                List.of());
    }

    private PartnerSite kept(String... codes) {
        return partners.open(site(TODAY.plusYears(2), TODAY.plusYears(1), "", codes), officer)
                .site();
    }

    private List<String> journal(PartnerSiteId site) {
        return ledger.about(site.value()).stream().map(entry -> entry.kind()).toList();
    }

    @Test
    void aSiteIsReadBackWholeAndItsChangesAreInTheJournal() {
        WritePartnerSite said = new WritePartnerSite(
                partner,
                " Atelier ",
                "732 829 320 00074",
                LYON,
                "ICPE 2711-69",
                TODAY.plusYears(2),
                "",
                "",
                null,
                "Transport pour compte propre",
                List.of("160213*", "16 02 14", "16 02 13*"),
                List.of(
                        new Downstream("", "", "", "FR", ""),
                        new Downstream("Affinage", "", "Hoboken", "BE", "Cartes : affinage des métaux, R 4")));
        PartnerRecord opened = partners.open(said, ADMIN);
        PartnerSiteId id = opened.site().id();

        assertThat(partners.record(id, storekeeper)).isEqualTo(opened);
        assertThat(opened.site().wasteCodes()).containsExactly("16 02 13*", "16 02 14");
        assertThat(opened.site().receiptUntil()).isNull();
        assertThat(opened.downstream())
                .containsExactly(new Downstream("Affinage", "", "Hoboken", "BE", "Cartes : affinage des métaux, R 4"));
        partners.edit(id, site(TODAY.plusYears(3), TODAY, ""), opened.site().version(), officer);
        assertThatThrownBy(() ->
                        partners.edit(id, site(TODAY, TODAY, ""), opened.site().version(), officer))
                .hasMessageContaining("CHANGED_MEANWHILE");
        assertThat(partners.record(id, officer).downstream()).isEmpty();
        assertThat(journal(id)).containsExactly("PartnerSiteOpened", "PartnerSiteEdited");
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        assertThatThrownBy(() -> new WritePartnerSite(
                        partner,
                        "",
                        "1",
                        new PostalAddress("", "69003", "Lyon", "FR"),
                        "",
                        null,
                        "R",
                        "Rhône",
                        null,
                        "",
                        List.of(),
                        List.of(new Downstream("Affinage", "12", "", "Belgique", ""))))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        refusal -> assertThat(refusal.problems())
                                .extracting(Problem::path)
                                .containsExactlyInAnyOrder(
                                        "name",
                                        "siret",
                                        "address/street",
                                        "permit",
                                        "permitUntil",
                                        "receiptDepartment",
                                        "receiptUntil",
                                        "downstream/0/siret",
                                        "downstream/0/country"));
        assertThatThrownBy(() -> kept("99 99 99")).hasMessageContaining("WASTE_CODE_UNKNOWN");
        partner = new OrganisationId(lots.organisation(OrganisationKind.CLIENT));
        assertThatThrownBy(this::kept).hasMessageContaining("PARTNER_UNKNOWN");
    }

    @Test
    void onlyTheOfficerAndTheAdministratorKeepIt() {
        PartnerSite site = kept();
        assertThatThrownBy(() -> partners.open(site(TODAY, TODAY, ""), storekeeper))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> partners.edit(site.id(), site(TODAY, TODAY, ""), null, storekeeper))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> partners.archive(site.id(), storekeeper)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> partners.record(site.id(), Lots.client(UUID.randomUUID())))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> partners.record(new PartnerSiteId(UUID.randomUUID()), officer))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void aCertificateHeldIsKeptWithItsFileByHashUntilItIsWithdrawn() {
        PartnerSite site = kept();
        byte[] bytes = ("r2 " + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8);
        HeldCertificate held = partners.hold(
                site.id(),
                new HoldCertificate(
                        "R2v3",
                        "SGS",
                        "C-12",
                        TODAY.plusYears(1),
                        new HoldCertificate.GivenFile("r2.pdf", "application/pdf", bytes)),
                officer);

        assertThat(partners.record(site.id(), officer).certificates()).containsExactly(held);
        assertThat(partners.file(site.id(), held.id(), officer).bytes()).isEqualTo(bytes);
        assertThatThrownBy(() -> partners.file(kept().id(), held.id(), officer)).isInstanceOf(NotFound.class);
        partners.withdraw(site.id(), held.id(), officer);
        partners.withdraw(site.id(), held.id(), officer);
        assertThat(partners.record(site.id(), officer).certificates()).isEmpty();
        assertThatThrownBy(() -> partners.file(site.id(), held.id(), officer)).isInstanceOf(NotFound.class);
        assertThat(journal(site.id()))
                .containsExactly("PartnerSiteOpened", "PartnerCertificateKept", "PartnerCertificateWithdrawn");
    }

    @Test
    void whatEndsWithinSixtyDaysWaitsForTheOfficer() {
        PartnerSite ends = partners.open(site(TODAY.plusDays(60), TODAY.minusDays(1), ""), officer)
                .site();
        PartnerSite lasts = partners.open(site(TODAY.plusDays(61), null, "Exempté"), officer)
                .site();
        partners.hold(lasts.id(), new HoldCertificate("ISO 14001", "AFNOR", "", TODAY.plusDays(10), null), officer);

        assertThat(kinds(ends, officer)).containsExactly("receiptExpires", "permitExpires");
        assertThat(kinds(lasts, officer)).containsExactly("certificateExpires");
        assertThat(kinds(ends, storekeeper)).isEmpty();
        partners.archive(ends.id(), officer);
        assertThat(kinds(ends, officer)).isEmpty();
    }

    private List<String> kinds(PartnerSite site, Actor reader) {
        return work.waitingFor(reader).stream()
                .filter(item -> item.subject().equals(site.id().value()))
                .map(WorkItem::kind)
                .toList();
    }

    @Test
    void aCodeThatTheSiteMayNotTakeIsRefusedWithItsTag() {
        AssetView screen = tagged();
        String code = Objects.requireNonNull(screen.wasteCode());
        String other = "08 03 18".equals(code) ? "16 02 14" : "08 03 18";
        PartnerSite narrow = kept(other);

        assertThatThrownBy(() -> runs.plan(plan(narrow, screen), storekeeper))
                .isInstanceOf(StateForbids.class)
                .hasMessageContaining("WASTE_CODE_NOT_TAKEN")
                .hasMessageContaining(screen.tag().value())
                .hasMessageContaining(code);
        assertThat(register.asset(screen.id()).run()).isNull();
        RunView run = runs.plan(plan(kept(code, other), screen), storekeeper);
        assertThatThrownBy(() -> runs.replan(run.reference(), plan(narrow, null), storekeeper))
                .hasMessageContaining("WASTE_CODE_NOT_TAKEN");
    }

    @Test
    void aSiteWhoseCodesNobodyRecordedTakesAll() {
        AssetView screen = tagged();

        assertThat(runs.plan(plan(kept(), screen), storekeeper).partnerSite().wasteCodes())
                .isEmpty();
    }

    @Test
    void aCodeTakenAwayBetweenLoadingAndHandoverKeepsTheLorryHere() {
        AssetView screen = tagged();
        String code = Objects.requireNonNull(screen.wasteCode());
        String other = "08 03 18".equals(code) ? "16 02 14" : "08 03 18";
        PartnerSite site = kept(code);
        RunView run = runs.plan(plan(site, screen), storekeeper);
        runs.propose(run.id(), storekeeper);
        runs.confirm(run.reference(), Lots.partner(partner.value()));
        RoundId round = runs.openLoading(run.reference(), storekeeper).id();
        scan(round, screen, null);
        rounds.close(round, storekeeper);
        List<Handover.Slip> slips = runs.slipsMissing(run.id()).stream()
                .map(dangerous -> new Handover.Slip(dangerous, "BSD-1"))
                .toList();
        Handover leaving = new Handover("Jean Martin", "AB-123-CD", "TYPED", "Jean Martin", List.of(), slips);
        partners.edit(site.id(), site(TODAY.plusYears(2), TODAY.plusYears(1), "", other), null, officer);

        assertThatThrownBy(() -> runs.handOver(run.reference(), leaving, storekeeper))
                .hasMessageContaining("WASTE_CODE_NOT_TAKEN")
                .hasMessageContaining(screen.tag().value());
        assertThat(runs.run(run.id()).status()).isEqualTo(RunStatus.CLOSED);
        partners.edit(site.id(), site(TODAY.plusYears(2), TODAY.plusYears(1), "", code), null, officer);
        assertThat(runs.handOver(run.reference(), leaving, storekeeper).status())
                .isEqualTo(RunStatus.HANDED_OVER);
    }

    @Test
    void aSiteWithAnOpenRunIsNotArchivedAndAnArchivedOneIsNotPlanned() {
        AssetView screen = tagged();
        PartnerSite site = kept();
        RunView run = runs.plan(plan(site, screen), storekeeper);

        assertThatThrownBy(() -> partners.archive(site.id(), officer))
                .hasMessageContaining("CASES_OPEN")
                .hasMessageContaining(run.reference());
        PartnerSite unused = kept();
        partners.archive(unused.id(), officer);
        assertThat(partners.sites(officer))
                .extracting(PartnerSite::id)
                .contains(site.id())
                .doesNotContain(unused.id());
        assertThatThrownBy(() -> runs.replan(run.reference(), plan(unused, null), storekeeper))
                .hasMessageContaining("PARTNER_SITE_UNKNOWN");
        assertThatThrownBy(() -> partners.edit(unused.id(), site(TODAY, TODAY, ""), null, officer))
                .hasMessageContaining("PARTNER_SITE_ARCHIVED");
    }

    private PlanRun plan(PartnerSite site, @Nullable AssetView asset) {
        return new PlanRun(
                site.id(),
                null,
                new Period(TODAY, TODAY.plusDays(3)),
                asset == null
                        ? List.of()
                        : List.of(requests.request(asset.request()).reference()),
                List.of(),
                null,
                false);
    }

    private AssetView tagged() {
        UUID client = lots.organisation(OrganisationKind.CLIENT);
        String prefix = "P" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT) + "N";
        AssetView screen = lots.screens(client, prefix, 1).getFirst();
        RoundId round = rounds.open(
                        RoundMode.TAGGING,
                        screen.request(),
                        requests.request(screen.request()).reference(),
                        client,
                        storekeeper)
                .id();
        scan(round, screen, prefix + "1");
        rounds.close(round, storekeeper);
        return register.asset(screen.id());
    }

    private void scan(RoundId round, AssetView asset, @Nullable String serial) {
        assertThat(rounds.scan(
                        round,
                        List.of(new ScanCommand(UUID.randomUUID(), asset.tag().value(), serial, Instant.now(), "")),
                        storekeeper))
                .allMatch(ScanAnswer.Accepted.class::isInstance);
    }
}
