package eu.boucle.pickup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.boucle.asset.AssetRegister;
import eu.boucle.asset.AssetState;
import eu.boucle.asset.AssetView;
import eu.boucle.custody.Discrepancies;
import eu.boucle.custody.DiscrepancyOutcome;
import eu.boucle.custody.DiscrepancyView;
import eu.boucle.custody.RoundId;
import eu.boucle.custody.RoundMode;
import eu.boucle.custody.RoundView;
import eu.boucle.custody.ScanAnswer;
import eu.boucle.custody.ScanCommand;
import eu.boucle.custody.ScanRounds;
import eu.boucle.decommissioning.RequestDesk;
import eu.boucle.decommissioning.RequestStatus;
import eu.boucle.document.PaperView;
import eu.boucle.flow.WorkItem;
import eu.boucle.identity.Actor;
import eu.boucle.identity.OrganisationId;
import eu.boucle.identity.OrganisationKind;
import eu.boucle.scancode.AssetTag;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.NotAllowed;
import eu.boucle.shared.NotFound;
import eu.boucle.shared.Period;
import eu.boucle.shared.PostalAddress;
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
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The life of a run, the same on every database. */
abstract class RunRules {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Paris"));

    @Autowired
    RunDesk desk;

    @Autowired
    RunWork work;

    @Autowired
    ScanRounds rounds;

    @Autowired
    Discrepancies discrepancies;

    @Autowired
    AssetRegister register;

    @Autowired
    RequestDesk requests;

    @Autowired
    Lots lots;

    @Autowired
    JdbcClient jdbc;

    final Actor storekeeper = Lots.storekeeper();
    final Actor officer = Lots.officer();
    UUID client = UUID.randomUUID();
    Actor partner = storekeeper;
    PartnerSite site = site(UUID.randomUUID(), TODAY, TODAY);
    String prefix = "";

    @BeforeEach
    void newClientAndPartner() {
        prefix = "R" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT) + "N";
        client = lots.organisation(OrganisationKind.CLIENT);
        UUID recycler = lots.organisation(OrganisationKind.PARTNER);
        partner = Lots.partner(recycler);
        site = desk.addPartnerSite(site(recycler, TODAY.plusYears(1), TODAY.plusYears(1)));
    }

    static PartnerSite site(UUID partner, LocalDate permitUntil, LocalDate receiptUntil) {
        return new PartnerSite(
                new PartnerSiteId(UUID.randomUUID()),
                new OrganisationId(partner),
                "Site",
                new Siret("73282932000074"),
                new PostalAddress("2 quai du Port", "13002", "Marseille", "FR"),
                "ICPE 2718",
                permitUntil,
                "2024-13-001",
                "13",
                receiptUntil,
                "");
    }

    PlanRun planOf(List<AssetView> lot) {
        return new PlanRun(
                site.id(), null, new Period(TODAY, TODAY.plusDays(3)), List.of(reference(lot)), List.of(), null, false);
    }

    String reference(List<AssetView> lot) {
        return requests.request(lot.getFirst().request()).reference();
    }

    List<AssetView> tagged(int count) {
        List<AssetView> lot = lots.screens(client, prefix, count);
        tag(lot, client);
        return register.lot(lot.getFirst().request());
    }

    void tag(List<AssetView> lot, UUID owner) {
        RoundId round = rounds.open(RoundMode.TAGGING, lot.getFirst().request(), reference(lot), owner, storekeeper)
                .id();
        for (AssetView asset : lot) {
            assertThat(scan(
                            round,
                            asset,
                            asset.serial() == null ? null : asset.serial().raw()))
                    .isInstanceOf(ScanAnswer.Accepted.class);
        }
        rounds.close(round, storekeeper);
    }

    ScanAnswer scan(RoundId round, AssetView asset, @Nullable String serial) {
        return rounds.scan(
                        round,
                        List.of(new ScanCommand(UUID.randomUUID(), asset.tag().value(), serial, Instant.now(), "")),
                        storekeeper)
                .getFirst();
    }

    RunView confirmed(List<AssetView> lot) {
        RunView run = desk.plan(planOf(lot), storekeeper);
        desk.propose(run.id(), storekeeper);
        return desk.confirm(run.reference(), partner);
    }

    RunView closed(List<AssetView> lot) {
        RunView run = confirmed(lot);
        RoundView round = desk.openLoading(run.reference(), storekeeper);
        lot.forEach(asset -> assertThat(scan(round.id(), asset, null)).isInstanceOf(ScanAnswer.Accepted.class));
        rounds.close(round.id(), storekeeper);
        return desk.run(run.id());
    }

    Handover handover() {
        return new Handover("Jean Martin", "AB-123-CD", "TYPED", "Jean Martin", List.of("S1", "S2"), List.of());
    }

    /** Whether or not its codes are dangerous, with a slip for each. */
    RunView handedOver(List<AssetView> lot) {
        RunView run = closed(lot);
        List<Handover.Slip> slips = desk.slipsMissing(run.id()).stream()
                .map(code -> new Handover.Slip(code, "BSD-" + code.substring(0, 2)))
                .toList();
        Handover given = handover();
        return desk.handOver(
                run.reference(),
                new Handover(
                        given.driverName(),
                        given.plate(),
                        given.signatureKind(),
                        given.signatureValue(),
                        given.seals(),
                        slips),
                storekeeper);
    }

    Reception everything(String kilograms) {
        return new Reception(Instant.now(), new BigDecimal(kilograms), true, false, List.of(), List.of(), List.of());
    }

    RequestStatus status(List<AssetView> lot) {
        return requests.request(lot.getFirst().request()).status();
    }

    AssetState state(AssetView asset) {
        return register.asset(asset.id()).state();
    }

    static List<String> codes(Throwable refused) {
        return ((Invalid) refused)
                .problems().stream()
                        .map(problem -> problem.path() + " " + problem.code())
                        .toList();
    }

    @Test
    void aRunGoesFromThePlanToTheWeighIn() {
        List<AssetView> lot = tagged(3);
        RunView planned = desk.plan(planOf(lot), storekeeper);
        assertThat(planned.reference()).matches("PU-\\d{4}-\\d{6}");
        assertThat(planned.status()).isEqualTo(RunStatus.PLANNED);
        assertThat(planned.requests())
                .singleElement()
                .satisfies(request -> assertThat(request.reference()).isEqualTo(reference(lot)));
        assertThat(register.onRun(planned.id())).hasSize(3);
        desk.propose(planned.id(), storekeeper);
        assertThat(desk.propose(planned.id(), storekeeper).status()).isEqualTo(RunStatus.PROPOSED);
        assertThat(desk.confirm(planned.reference(), partner).status()).isEqualTo(RunStatus.CONFIRMED);

        RoundView round = desk.openLoading(planned.reference(), storekeeper);
        assertThat(desk.openLoading(planned.reference(), storekeeper).id()).isEqualTo(round.id());
        lot.forEach(asset -> scan(round.id(), asset, null));
        rounds.close(round.id(), storekeeper);
        RunView frozen = desk.run(planned.id());
        assertThat(frozen.status()).isEqualTo(RunStatus.CLOSED);
        assertThat(frozen.manifest()).hasSize(3);
        assertThat(frozen.manifestSha256()).isEqualTo(Loading.sha256(frozen.reference(), frozen.manifest()));

        PaperView paper = desk.issueManifest(frozen.id(), storekeeper);
        assertThat(paper.number()).isEqualTo(frozen.reference());
        assertThat(desk.issueManifest(frozen.id(), storekeeper)).isEqualTo(paper);

        List<Handover.Slip> slips = desk.slipsMissing(frozen.id()).stream()
                .map(code -> new Handover.Slip(code, "BSD-1"))
                .toList();
        if (!slips.isEmpty()) {
            desk.enterSlips(frozen.reference(), slips, storekeeper);
        }
        RunView left = desk.handOver(frozen.reference(), handover(), storekeeper);
        assertThat(left.status()).isEqualTo(RunStatus.HANDED_OVER);
        assertThat(left.driverName()).isEqualTo("Jean Martin");
        assertThat(left.seals()).containsExactly("S1", "S2");
        assertThat(status(lot)).isEqualTo(RequestStatus.HANDED_OVER);
        assertThat(lot).allSatisfy(asset -> assertThat(state(asset)).isEqualTo(AssetState.HANDED_OVER));

        RunView received = desk.receive(frozen.reference(), everything("15.300"), partner);
        assertThat(received.status()).isEqualTo(RunStatus.WEIGHED_IN);
        assertThat(received.receivedKg()).isEqualByComparingTo("15.3");
        assertThat(lot).allSatisfy(asset -> {
            assertThat(state(asset)).isEqualTo(AssetState.RECEIVED);
            assertThat(register.asset(asset.id()).weight().basis()).isEqualTo(WeightBasis.ALLOCATED);
        });
        assertThat(register.assets(lot.stream().map(AssetView::id).toList()).stream()
                        .map(asset -> asset.weight().kilograms())
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("15.3");
        assertThat(discrepancies.ofRun(received.id())).isEmpty();
    }

    @Test
    void permitsReceiptsLithiumAndDatesAreCheckedTogether() {
        List<AssetView> lot = tagged(1);
        PartnerSite old = desk.addPartnerSite(
                site(partner.organisations().iterator().next().value(), TODAY.plusDays(2), TODAY));
        PlanRun plan = new PlanRun(
                old.id(),
                null,
                new Period(TODAY, TODAY.plusDays(3)),
                List.of(reference(lot)),
                List.of(),
                new BigDecimal("333.001"),
                false);
        assertThatThrownBy(() -> desk.plan(plan, storekeeper))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        refused -> assertThat(codes(refused))
                                .containsExactly(
                                        "partnerSite PERMIT_EXPIRED",
                                        "partnerSite RECEIPT_EXPIRED",
                                        "lithiumKg LITHIUM_TOO_HEAVY"));
        PlanRun driven = new PlanRun(
                site.id(),
                new PlanRun.Carrier("Lorries", "73282932000074", "R1", TODAY, ""),
                new Period(TODAY, TODAY.plusDays(1)),
                List.of(reference(lot)),
                List.of(),
                new BigDecimal("333"),
                false);
        assertThatThrownBy(() -> desk.plan(driven, storekeeper))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        refused -> assertThat(codes(refused)).containsExactly("carrier/receiptUntil RECEIPT_EXPIRED"));
        assertThat(register.asset(lot.getFirst().id()).run()).isNull();
    }

    @Test
    void onlyLoadableAssetsJoinARunAndOnlyOne() {
        List<AssetView> lot = tagged(2);
        AssetView server = lots.server(client, prefix + "SRV");
        tag(List.of(server), client);
        assertThatThrownBy(() -> desk.plan(planOf(List.of(server)), storekeeper))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        refused -> assertThat(codes(refused)).containsExactly("requests NOTHING_TO_LOAD"));
        PlanRun named = new PlanRun(
                site.id(),
                null,
                new Period(TODAY, TODAY),
                List.of(),
                List.of(lot.getFirst().tag(), server.tag()),
                null,
                false);
        assertThatThrownBy(() -> desk.plan(named, storekeeper)).isInstanceOfSatisfying(StateForbids.class, refused -> {
            assertThat(refused.code()).isEqualTo("NOT_LOADABLE");
            assertThat(refused.arguments()).contains(server.tag().value());
        });
        RunView first = desk.plan(planOf(lot), storekeeper);
        assertThatThrownBy(() -> desk.plan(planOf(lot), storekeeper)).isInstanceOf(Invalid.class);

        RunView smaller = desk.replan(
                first.reference(),
                new PlanRun(
                        site.id(),
                        null,
                        new Period(TODAY, TODAY),
                        List.of(reference(lot)),
                        List.of(lot.get(1).tag()),
                        null,
                        false),
                storekeeper);
        assertThat(register.onRun(smaller.id()))
                .extracting(AssetView::tag)
                .containsExactly(lot.get(1).tag());
        assertThat(register.asset(lot.get(0).id()).run()).isNull();
    }

    /** By scan is shown in the rules of scans; this is the desk called directly. */
    @Test
    void loadingAnUnclearedAssetIsRefusedAtTheDesk() {
        List<AssetView> lot = tagged(1);
        RunView run = confirmed(lot);
        AssetView server = lots.server(client, prefix + "SRV");
        tag(List.of(server), client);
        assertThatThrownBy(() -> desk.load(run.id(), server.id(), storekeeper))
                .isInstanceOfSatisfying(
                        StateForbids.class,
                        refused -> assertThat(refused.code()).isEqualTo("RUN_NOT_LOADING"));
        jdbc.sql("update asset set run_id = ? where id = ?")
                .params(run.id().value(), server.id().value())
                .update();
        desk.openLoading(run.reference(), storekeeper);
        assertThatThrownBy(() -> desk.load(run.id(), server.id(), storekeeper))
                .isInstanceOfSatisfying(StateForbids.class, refused -> {
                    assertThat(refused.code()).isEqualTo("NOT_CLEARED");
                    assertThat(refused.arguments()).contains(0, 2);
                });
        assertThat(state(server)).isEqualTo(AssetState.TAGGED);
        desk.load(run.id(), lot.getFirst().id(), storekeeper);
        assertThat(state(lot.getFirst())).isEqualTo(AssetState.LOADED);
        assertThatThrownBy(() -> desk.load(run.id(), lot.getFirst().id(), partner))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void aLoadingWithNothingLoadedCannotClose() {
        List<AssetView> lot = tagged(1);
        RunView run = confirmed(lot);
        RoundId round = desk.openLoading(run.reference(), storekeeper).id();
        rounds.missing(round, List.of(lot.getFirst().tag()), new Reason("not in the bay"), storekeeper);
        assertThatThrownBy(() -> rounds.close(round, storekeeper))
                .isInstanceOfSatisfying(
                        StateForbids.class,
                        refused -> assertThat(refused.code()).isEqualTo("NOTHING_LOADED"));
        assertThat(rounds.round(round, storekeeper).open()).isTrue();
        assertThat(state(lot.getFirst())).isEqualTo(AssetState.TAGGED);
        assertThat(discrepancies.ofRequest(lot.getFirst().request())).isEmpty();
    }

    @Test
    void whatIsMissingAtLoadingLeavesTheRunAndHoldsItsRequestBack() {
        List<AssetView> lot = tagged(2);
        RunView run = confirmed(lot);
        RoundId round = desk.openLoading(run.reference(), storekeeper).id();
        scan(round, lot.get(0), null);
        rounds.missing(round, List.of(lot.get(1).tag()), new Reason("not in the bay"), storekeeper);
        rounds.close(round, storekeeper);
        assertThat(desk.run(run.id()).manifest()).hasSize(1);
        assertThat(state(lot.get(1))).isEqualTo(AssetState.MISSING);
        List<Handover.Slip> slips = desk.slipsMissing(run.id()).stream()
                .map(code -> new Handover.Slip(code, "BSD-1"))
                .toList();
        desk.handOver(
                run.reference(),
                new Handover("Jean Martin", "AB-123-CD", "TYPED", "Jean Martin", List.of(), slips),
                storekeeper);
        assertThat(status(lot)).isNotEqualTo(RequestStatus.HANDED_OVER);

        DiscrepancyView gap = discrepancies.ofRequest(lot.getFirst().request()).getFirst();
        assertThat(gap.kind()).isEqualTo("MISSING_AT_LOADING");
        discrepancies.resolve(gap.id(), DiscrepancyOutcome.LOST, new Reason("stolen"), officer);
        assertThat(status(lot)).isEqualTo(RequestStatus.HANDED_OVER);
    }

    @Test
    void aRequestOfWhichEverythingIsMissingClosesWithoutTreatment() {
        List<AssetView> lot = lots.screens(client, prefix, 2);
        RoundId round = rounds.open(RoundMode.TAGGING, lot.getFirst().request(), reference(lot), client, storekeeper)
                .id();
        rounds.missing(round, lot.stream().map(AssetView::tag).toList(), new Reason("empty rack"), storekeeper);
        rounds.close(round, storekeeper);
        List<DiscrepancyView> gaps = discrepancies.ofRequest(lot.getFirst().request());
        discrepancies.resolve(gaps.get(0).id(), DiscrepancyOutcome.ACCEPTED, new Reason("never was"), officer);
        assertThat(status(lot)).isNotEqualTo(RequestStatus.CLOSED);
        discrepancies.resolve(gaps.get(1).id(), DiscrepancyOutcome.LOST, new Reason("never was"), officer);
        assertThat(status(lot)).isEqualTo(RequestStatus.CLOSED);
    }

    @Test
    void theLorryStaysUntilDriverPlateAndSignatureAreRight() {
        RunView run = closed(tagged(1));
        Handover empty = new Handover(" ", "?", "GLASS", "data:image/png;base64,AAAA", List.of("x\ny"), List.of());
        assertThatThrownBy(() -> desk.handOver(run.reference(), empty, storekeeper))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        refused -> assertThat(codes(refused))
                                .containsExactly(
                                        "driverName DRIVER_NAME_MISSING",
                                        "plate PLATE_WRONG",
                                        "signature/value SIGNATURE_MISSING",
                                        "seals SEALS_WRONG"));
        Handover huge = new Handover(
                "Jean Martin",
                "AB-123-CD",
                "GLASS",
                "data:image/png;base64," + Base64.getEncoder().encodeToString(new byte[210 * 1024]),
                List.of(),
                List.of());
        assertThatThrownBy(() -> desk.handOver(run.reference(), huge, storekeeper))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        refused -> assertThat(codes(refused)).containsExactly("signature/value SIGNATURE_TOO_LARGE"));
        assertThat(desk.run(run.id()).status()).isEqualTo(RunStatus.CLOSED);
    }

    @Test
    void dangerousWasteDoesNotLeaveWithoutItsSlip() {
        List<AssetView> lot = lots.register(client, List.of(Lots.line("monitor", prefix + "D", List.of())));
        jdbc.sql("update asset set waste_code = '16 02 13*', dangerous = true where request_id = ?")
                .param(lot.getFirst().request().value())
                .update();
        tag(lot, client);
        RunView run = closed(lot);
        assertThat(desk.slipsMissing(run.id())).containsExactly("16 02 13*");
        assertThatThrownBy(() -> desk.handOver(run.reference(), handover(), storekeeper))
                .isInstanceOfSatisfying(StateForbids.class, refused -> {
                    assertThat(refused.code()).isEqualTo("SLIP_MISSING");
                    assertThat(refused.arguments()).contains("16 02 13*");
                });
        assertThatThrownBy(() ->
                        desk.enterSlips(run.reference(), List.of(new Handover.Slip("16 02 14", "X")), storekeeper))
                .isInstanceOf(Invalid.class);
        assertThat(work.waitingFor(storekeeper).stream()
                        .filter(item -> item.reference().equals(run.reference()))
                        .map(WorkItem::kind))
                .containsExactly("enterSlips");
        desk.enterSlips(run.reference(), List.of(new Handover.Slip("16 02 13*", "BSD-2026-1")), storekeeper);
        assertThat(desk.slipsMissing(run.id())).isEmpty();
        assertThat(desk.handOver(run.reference(), handover(), storekeeper).status())
                .isEqualTo(RunStatus.HANDED_OVER);
    }

    @Test
    void eachLineOfTheManifestIsAccountedForOnce() {
        List<AssetView> lot = tagged(4);
        RunView run = handedOver(lot);
        Reception wrong = new Reception(
                Instant.now(),
                new BigDecimal("10"),
                false,
                false,
                List.of(lot.get(0).tag(), AssetTag.of(999_999)),
                List.of(new Reception.RefusedTag(lot.get(0).tag(), "broken glass")),
                List.of(lot.get(1).tag()));
        assertThatThrownBy(() -> desk.receive(run.reference(), wrong, partner))
                .isInstanceOfSatisfying(Invalid.class, refused -> {
                    assertThat(codes(refused))
                            .containsExactly(
                                    "received/0 TAG_TWICE",
                                    "received/1 TAG_NOT_ON_MANIFEST",
                                    "received UNACCOUNTED",
                                    "received UNACCOUNTED");
                    assertThat(refused.problems().stream().map(problem -> problem.value()))
                            .contains(lot.get(2).tag().value(), lot.get(3).tag().value());
                });
        RunView received = desk.receive(
                run.reference(),
                new Reception(
                        Instant.now(),
                        new BigDecimal("10"),
                        true,
                        false,
                        List.of(),
                        List.of(new Reception.RefusedTag(lot.get(0).tag(), "broken glass")),
                        List.of(lot.get(1).tag())),
                partner);
        assertThat(state(lot.get(0))).isEqualTo(AssetState.REFUSED);
        assertThat(state(lot.get(1))).isEqualTo(AssetState.MISSING);
        assertThat(state(lot.get(2))).isEqualTo(AssetState.RECEIVED);
        assertThat(received.manifest().stream().map(RunView.ManifestLine::received))
                .containsExactlyInAnyOrder("REFUSED", "MISSING", "RECEIVED", "RECEIVED");
        DiscrepancyView gap = discrepancies.ofRun(run.id()).getFirst();
        assertThat(gap.kind()).isEqualTo("MISSING_AT_RECEPTION");
        assertThat(gap.asset()).isEqualTo(lot.get(1).id());

        discrepancies.resolve(gap.id(), DiscrepancyOutcome.FOUND, new Reason("in the other cage"), officer);
        assertThat(state(lot.get(1))).isEqualTo(AssetState.RECEIVED);
    }

    @Test
    void aScaleThatContradictsTheEstimatesOpensADiscrepancy() {
        List<AssetView> lot = tagged(2);
        RunView run = handedOver(lot);
        desk.receive(run.reference(), everything("20"), partner);
        assertThat(discrepancies.ofRun(run.id())).singleElement().satisfies(gap -> {
            assertThat(gap.kind()).isEqualTo("WEIGHT_GAP");
            assertThat(gap.organisation()).isEqualTo(run.partnerSite().partner().value());
            assertThat(gap.detail()).contains("20", "100.0 %");
        });
    }

    @Test
    void aRunOfWhichNothingIsKeptIsTreatedAtOnce() {
        List<AssetView> lot = tagged(1);
        RunView run = handedOver(lot);
        RunView received = desk.receive(
                run.reference(),
                new Reception(
                        Instant.now(),
                        BigDecimal.ZERO,
                        false,
                        false,
                        List.of(),
                        List.of(new Reception.RefusedTag(lot.getFirst().tag(), "broken glass")),
                        List.of()),
                partner);
        assertThat(received.status()).isEqualTo(RunStatus.TREATED);
        assertThat(state(lot.getFirst())).isEqualTo(AssetState.REFUSED);
    }

    @Test
    void thePartnerMayReceiveByScanning() {
        List<AssetView> lot = tagged(2);
        RunView run = handedOver(lot);
        RoundId round = desk.openReception(run.reference(), partner).id();
        rounds.scan(
                round,
                List.of(new ScanCommand(UUID.randomUUID(), lot.get(0).tag().value(), null, Instant.now(), "")),
                partner);
        Reception byRound =
                new Reception(Instant.now(), new BigDecimal("5"), false, true, List.of(), List.of(), List.of());
        assertThatThrownBy(() -> desk.receive(run.reference(), byRound, partner))
                .isInstanceOf(Invalid.class);
        rounds.missing(round, List.of(lot.get(1).tag()), new Reason("not on the pallet"), partner);
        desk.receive(run.reference(), byRound, partner);
        assertThat(state(lot.get(0))).isEqualTo(AssetState.RECEIVED);
        assertThat(state(lot.get(1))).isEqualTo(AssetState.MISSING);
        assertThat(rounds.round(round, partner).open()).isFalse();
    }

    @Test
    void aRunCancelledBeforeItLeavesGivesEverythingBack() {
        List<AssetView> lot = tagged(2);
        RunView run = closed(lot);
        RunView cancelled = desk.cancel(run.reference(), new Reason("lorry broke down"), storekeeper);
        assertThat(cancelled.status()).isEqualTo(RunStatus.CANCELLED);
        assertThat(register.lot(lot.getFirst().request())).allSatisfy(asset -> {
            assertThat(asset.state()).isEqualTo(AssetState.TAGGED);
            assertThat(asset.run()).isNull();
        });
        RunView again = confirmed(lot);
        desk.openLoading(again.reference(), storekeeper);
        desk.cancel(again.reference(), new Reason("storm"), storekeeper);
        assertThat(rounds.openRound(RoundMode.LOADING, again.id().value())).isEmpty();

        RunView left = handedOver(lot);
        assertThatThrownBy(() -> desk.cancel(left.reference(), new Reason("too late"), storekeeper))
                .isInstanceOfSatisfying(
                        StateForbids.class,
                        refused -> assertThat(refused.code()).isEqualTo("RUN_NOT_CANCELLABLE"));
    }

    @Test
    void aPartnerSeesItsOwnRunsFromTheDayTheyAreProposed() {
        List<AssetView> lot = tagged(1);
        RunView run = desk.plan(planOf(lot), storekeeper);
        assertThatThrownBy(() -> desk.run(run.reference(), partner)).isInstanceOf(NotFound.class);
        desk.propose(run.id(), storekeeper);
        assertThat(desk.run(run.reference(), partner).reference()).isEqualTo(run.reference());
        assertThat(work.waitingFor(partner)).extracting(WorkItem::kind).containsExactly("confirmRun");

        Actor stranger = Lots.partner(lots.organisation(OrganisationKind.PARTNER));
        assertThatThrownBy(() -> desk.run(run.reference(), stranger)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> desk.confirm(run.reference(), stranger)).isInstanceOf(NotFound.class);
        assertThat(desk.page(Set.of(), null, 200, stranger).items()).isEmpty();
        assertThat(work.waitingFor(stranger)).isEmpty();
        assertThatThrownBy(() -> desk.run(run.reference(), Lots.client(client))).isInstanceOf(NotFound.class);

        desk.decline(
                run.reference(),
                new Reason("no lorry that day"),
                new Period(TODAY.plusDays(5), TODAY.plusDays(6)),
                partner);
        RunView declined = desk.run(run.reference(), storekeeper);
        assertThat(declined.status()).isEqualTo(RunStatus.DECLINED);
        assertThat(declined.offeredWindow()).isEqualTo(new Period(TODAY.plusDays(5), TODAY.plusDays(6)));
        RunView replanned = desk.replan(
                run.reference(),
                new PlanRun(site.id(), null, declined.offeredWindow(), List.of(), List.of(), null, false),
                storekeeper);
        assertThat(replanned.status()).isEqualTo(RunStatus.PLANNED);
        assertThat(register.onRun(run.id())).hasSize(1);
    }

    @Test
    void runsAreListedNewestFirstPageByPage() {
        List<String> planned = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            prefix += "X";
            RunView run = desk.plan(planOf(tagged(1)), storekeeper);
            desk.propose(run.id(), storekeeper);
            planned.addFirst(run.reference());
        }
        List<String> seen = new ArrayList<>();
        String after = null;
        do {
            var slice = desk.page(Set.of(RunStatus.PROPOSED), after, 2, partner);
            slice.items().forEach(row -> seen.add(row.reference()));
            after = slice.next();
        } while (after != null);
        assertThat(seen).containsExactlyElementsOf(planned);
    }

    @Test
    void equipmentWithoutARunIsWorkForTheWarehouse() {
        List<AssetView> lot = tagged(2);
        RequestId request = lot.getFirst().request();
        assertThat(work.waitingFor(storekeeper)).anySatisfy(item -> {
            assertThat(item.kind()).isEqualTo("joinRun");
            assertThat(item.subject()).isEqualTo(request.value());
            assertThat(item.arguments()).containsExactly(2);
        });
        desk.plan(planOf(lot), storekeeper);
        assertThat(work.waitingFor(storekeeper))
                .noneMatch(item -> item.subject().equals(request.value()));
    }
}
