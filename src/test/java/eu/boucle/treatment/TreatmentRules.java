package eu.boucle.treatment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.boucle.asset.AssetRegister;
import eu.boucle.asset.AssetState;
import eu.boucle.asset.AssetView;
import eu.boucle.asset.Outcome;
import eu.boucle.custody.Discrepancies;
import eu.boucle.custody.DiscrepancyOutcome;
import eu.boucle.custody.DiscrepancyView;
import eu.boucle.custody.RoundId;
import eu.boucle.custody.RoundMode;
import eu.boucle.custody.ScanCommand;
import eu.boucle.custody.ScanRounds;
import eu.boucle.decommissioning.RequestDesk;
import eu.boucle.decommissioning.RequestStatus;
import eu.boucle.identity.Actor;
import eu.boucle.identity.OrganisationId;
import eu.boucle.identity.OrganisationKind;
import eu.boucle.pickup.Handover;
import eu.boucle.pickup.PartnerSite;
import eu.boucle.pickup.PartnerSiteId;
import eu.boucle.pickup.PlanRun;
import eu.boucle.pickup.Reception;
import eu.boucle.pickup.RunDesk;
import eu.boucle.pickup.RunStatus;
import eu.boucle.pickup.RunView;
import eu.boucle.scancode.AssetTag;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.NotAllowed;
import eu.boucle.shared.NotFound;
import eu.boucle.shared.Period;
import eu.boucle.shared.PostalAddress;
import eu.boucle.shared.Problem;
import eu.boucle.shared.Reason;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.Siret;
import eu.boucle.shared.StateForbids;
import eu.boucle.shared.WeightBasis;
import eu.boucle.support.Lots;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What holds for treatment on every database. A screen of these lots weighs 5 kg. */
abstract class TreatmentRules {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Paris"));

    @Autowired
    TreatmentDesk treatment;

    @Autowired
    RunDesk runs;

    @Autowired
    ScanRounds rounds;

    @Autowired
    AssetRegister register;

    @Autowired
    Discrepancies discrepancies;

    @Autowired
    RequestDesk requests;

    @Autowired
    Lots lots;

    private final Actor storekeeper = Lots.storekeeper();
    private final Actor officer = Lots.officer();
    private UUID client = UUID.randomUUID();
    private UUID recycler = UUID.randomUUID();
    private Actor partner = storekeeper;

    @BeforeEach
    void people() {
        client = lots.organisation(OrganisationKind.CLIENT);
        recycler = lots.organisation(OrganisationKind.PARTNER);
        partner = Lots.partner(recycler);
    }

    @Test
    void aBalancedReportSettlesAssetsRunAndRequest() {
        List<AssetView> lot = handedOver(2);
        RunView run = received(lot, "10", List.of());
        TreatmentView report = treatment.report(
                run.reference(), report(Map.of(lot.get(1).tag(), Outcome.REUSED), fraction("9.8", "R 4", "")), partner);
        assertThat(report.balanced()).isTrue();
        assertThat(report.allFinal()).isTrue();
        assertThat(report.outcomes())
                .containsEntry(lot.get(0).id(), Outcome.RECYCLED)
                .containsEntry(lot.get(1).id(), Outcome.REUSED);
        assertThat(state(lot.get(1))).isEqualTo(AssetState.REUSED);
        assertThat(runs.run(run.id()).status()).isEqualTo(RunStatus.TREATED);
        assertThat(status(lot)).isEqualTo(RequestStatus.TREATED);
        assertThat(treatment.checkMassBalance(run.id(), officer)).isTrue();
        assertThat(treatment.allFinal(request(lot))).isTrue();
        assertThat(treatment.ofRequest(request(lot))).hasSize(1);
    }

    @Test
    void massesThatDifferWaitForTheOfficer() {
        List<AssetView> lot = handedOver(2);
        RunView run = received(lot, "10", List.of());
        TreatmentView report = treatment.report(run.reference(), report(Map.of(), fraction("9.4", "R 4", "")), partner);
        assertThat(report.balanced()).isFalse();
        assertThat(state(lot.getFirst())).isEqualTo(AssetState.RECYCLED);
        assertThat(runs.run(run.id()).status()).isEqualTo(RunStatus.WEIGHED_IN);
        assertThat(status(lot)).isEqualTo(RequestStatus.HANDED_OVER);
        assertThat(treatment.checkMassBalance(run.id(), officer)).isFalse();
        assertThatThrownBy(() -> treatment.accept(run.reference(), Reason.of("humidité"), partner))
                .isInstanceOf(NotAllowed.class);

        TreatmentView accepted = treatment.accept(run.reference(), Reason.of("humidité"), officer);
        assertThat(accepted.balanced()).isTrue();
        assertThat(accepted.acceptedReason()).isEqualTo("humidité");
        assertThat(runs.run(run.id()).status()).isEqualTo(RunStatus.TREATED);
        assertThat(status(lot)).isEqualTo(RequestStatus.TREATED);
        assertThatThrownBy(() -> treatment.accept(run.reference(), Reason.of("encore"), officer))
                .isInstanceOf(StateForbids.class);
    }

    @Test
    void aSecondReportReplacesTheFractionsAndKeepsTheOutcomes() {
        List<AssetView> lot = handedOver(1);
        RunView run = received(lot, "5", List.of());
        treatment.report(run.reference(), report(Map.of(), fraction("5", "R 12", "Centre de tri")), partner);
        assertThat(treatment.allFinal(request(lot))).isFalse();
        assertThat(treatment.ofRun(run.id()).orElseThrow().notFinalKg()).isEqualByComparingTo("5");

        AssetTag tag = lot.getFirst().tag();
        assertThatThrownBy(() -> treatment.report(
                        run.reference(), report(Map.of(tag, Outcome.DISPOSED), fraction("5", "R 4", "")), partner))
                .satisfies(refusal -> assertThat(codes(refusal)).containsExactly("OUTCOME_SETTLED"));
        TreatmentView second = treatment.report(run.reference(), report(Map.of(), fraction("5", "R 4", "")), partner);
        assertThat(second.version()).isEqualTo(2);
        assertThat(second.outcomes()).containsEntry(lot.getFirst().id(), Outcome.RECYCLED);
        assertThat(treatment.allFinal(request(lot))).isTrue();
    }

    @Test
    void whatWasRefusedWasOnTheScaleAndHoldsTheRequestBackUntilItIsGivenBack() {
        List<AssetView> lot = handedOver(2);
        RunView run =
                received(lot, "10", List.of(new Reception.RefusedTag(lot.get(1).tag(), "écran brisé")));
        assertThatThrownBy(() -> treatment.report(
                        run.reference(),
                        report(Map.of(lot.get(1).tag(), Outcome.RECYCLED), fraction("5", "R 4", "")),
                        partner))
                .satisfies(refusal -> assertThat(codes(refusal)).containsExactly("TAG_NOT_RECEIVED"));
        TreatmentView report = treatment.report(run.reference(), report(Map.of(), fraction("5", "R 4", "")), partner);
        assertThat(report.inKg()).isEqualByComparingTo("5");
        assertThat(report.balanced()).isTrue();
        assertThat(status(lot)).isEqualTo(RequestStatus.HANDED_OVER);

        register.withdraw(List.of(lot.get(1).id()), storekeeper, Instant.now(), Reason.of("rendu au client"));
        assertThat(status(lot)).isEqualTo(RequestStatus.TREATED);
    }

    @Test
    void aGapHoldsTheRequestBackUntilItIsResolved() {
        List<AssetView> lot = handedOver(1);
        RunView run = received(lot, "8", List.of());
        DiscrepancyView gap = discrepancies.ofRun(run.id()).getFirst();
        treatment.report(run.reference(), report(Map.of(), fraction("8", "R 4", "")), partner);
        assertThat(runs.run(run.id()).status()).isEqualTo(RunStatus.TREATED);
        assertThat(status(lot)).isEqualTo(RequestStatus.HANDED_OVER);
        discrepancies.resolve(gap.id(), DiscrepancyOutcome.MISDECLARED, Reason.of("poids déclaré faux"), officer);
        assertThat(status(lot)).isEqualTo(RequestStatus.TREATED);
    }

    @Test
    void onlyThePartnerOfTheRunReportsAndOnlyAfterTheWeighIn() {
        List<AssetView> lot = handedOver(1);
        RunView run = runs.ofRequest(request(lot)).getFirst();
        ReportTreatment report = report(Map.of(), fraction("5", "R 4", ""));
        assertThatThrownBy(() -> treatment.report(run.reference(), report, partner))
                .isInstanceOfSatisfying(
                        StateForbids.class, no -> assertThat(no.code()).isEqualTo("RUN_NOT_WEIGHED_IN"));
        received(lot, "5", List.of());
        Actor stranger = Lots.partner(lots.organisation(OrganisationKind.PARTNER));
        assertThatThrownBy(() -> treatment.report(run.reference(), report, stranger))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> treatment.report(run.reference(), report, officer))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> treatment.report(
                        run.reference(),
                        new ReportTreatment(TODAY.plusDays(1), Outcome.RECYCLED, Map.of(), report.fractions(), " "),
                        partner))
                .satisfies(refusal -> assertThat(codes(refusal)).containsExactly("DATE_IN_FUTURE", "METHOD_MISSING"));
        assertThat(treatment.ofRun(run.id())).isEmpty();
        assertThat(state(lot.getFirst())).isEqualTo(AssetState.RECEIVED);
    }

    private List<AssetView> handedOver(int count) {
        String prefix = "T" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT) + "N";
        List<AssetView> lot = lots.screens(client, prefix, count);
        String reference = requests.request(request(lot)).reference();
        RoundId tagging = rounds.open(RoundMode.TAGGING, request(lot), reference, client, storekeeper)
                .id();
        lot.forEach(asset -> scan(
                tagging, asset, asset.serial() == null ? null : asset.serial().raw()));
        rounds.close(tagging, storekeeper);
        PartnerSite site = runs.addPartnerSite(new PartnerSite(
                new PartnerSiteId(UUID.randomUUID()),
                new OrganisationId(recycler),
                "Site",
                new Siret("73282932000074"),
                new PostalAddress("2 quai du Port", "13002", "Marseille", "FR"),
                "ICPE 2711",
                TODAY.plusYears(1),
                "2024-13-001",
                "13",
                TODAY.plusYears(1),
                ""));
        RunView run = runs.plan(
                new PlanRun(
                        site.id(),
                        null,
                        new Period(TODAY, TODAY.plusDays(3)),
                        List.of(reference),
                        List.of(),
                        null,
                        false),
                storekeeper);
        runs.propose(run.id(), storekeeper);
        runs.confirm(run.reference(), partner);
        RoundId loading = runs.openLoading(run.reference(), storekeeper).id();
        lot.forEach(asset -> scan(loading, asset, null));
        rounds.close(loading, storekeeper);
        List<Handover.Slip> slips = runs.slipsMissing(run.id()).stream()
                .map(code -> new Handover.Slip(code, "BSD-" + code.substring(0, 2)))
                .toList();
        runs.handOver(
                run.reference(),
                new Handover("Jean Martin", "AB-123-CD", "TYPED", "Jean Martin", List.of(), slips),
                storekeeper);
        return lot;
    }

    private void scan(RoundId round, AssetView asset, @Nullable String serial) {
        rounds.scan(
                round,
                List.of(new ScanCommand(UUID.randomUUID(), asset.tag().value(), serial, Instant.now(), "")),
                storekeeper);
    }

    private RunView received(List<AssetView> lot, String kilograms, List<Reception.RefusedTag> refused) {
        RunView run = runs.ofRequest(request(lot)).getFirst();
        return runs.receive(
                run.reference(),
                new Reception(Instant.now(), new BigDecimal(kilograms), true, false, List.of(), refused, List.of()),
                partner);
    }

    private static ReportTreatment report(Map<AssetTag, Outcome> exceptions, ReportTreatment.Fraction fraction) {
        return new ReportTreatment(TODAY, Outcome.RECYCLED, exceptions, List.of(fraction), "pesée");
    }

    private static ReportTreatment.Fraction fraction(String kilograms, String operation, String destination) {
        return new ReportTreatment.Fraction(
                "métaux", new BigDecimal(kilograms), operation, null, null, destination, WeightBasis.MEASURED);
    }

    private static RequestId request(List<AssetView> lot) {
        return lot.getFirst().request();
    }

    private RequestStatus status(List<AssetView> lot) {
        return requests.request(request(lot)).status();
    }

    private AssetState state(AssetView asset) {
        return register.asset(asset.id()).state();
    }

    private static List<String> codes(Throwable refusal) {
        return ((Invalid) refusal).problems().stream().map(Problem::code).toList();
    }
}
