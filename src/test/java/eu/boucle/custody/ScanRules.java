package eu.boucle.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.boucle.asset.AssetMoved;
import eu.boucle.asset.AssetRegister;
import eu.boucle.asset.AssetState;
import eu.boucle.asset.AssetView;
import eu.boucle.identity.Actor;
import eu.boucle.identity.HostCalendar;
import eu.boucle.identity.OrganisationKind;
import eu.boucle.shared.Delay;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.NotFound;
import eu.boucle.shared.Reason;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.RunId;
import eu.boucle.shared.StateForbids;
import eu.boucle.support.Lots;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a scan does and answers, the same on every database. */
abstract class ScanRules {

    @Autowired
    ScanRounds rounds;

    @Autowired
    Discrepancies discrepancies;

    @Autowired
    HostCalendar calendar;

    @Autowired
    AssetRegister register;

    @Autowired
    Lots lots;

    UUID client = UUID.randomUUID();
    final UUID partner = UUID.randomUUID();
    final Actor storekeeper = Lots.storekeeper();
    final Actor officer = Lots.officer();

    /** Serials are unique for ever in a shared database. */
    String prefix = "";

    @BeforeEach
    void newClient() {
        client = lots.organisation(OrganisationKind.CLIENT);
        prefix = "S" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT) + "N";
    }

    static ScanCommand scan(String code, String serial) {
        return new ScanCommand(UUID.randomUUID(), code, serial, Instant.now(), "");
    }

    ScanAnswer one(RoundId round, String code, String serial) {
        return rounds.scan(round, List.of(scan(code, serial)), storekeeper).getFirst();
    }

    RoundView tagging(List<AssetView> lot) {
        RequestId request = lot.getFirst().request();
        return rounds.open(RoundMode.TAGGING, request, "DR-2026-000001", client, storekeeper);
    }

    List<AssetView> tagged(int count) {
        List<AssetView> lot = lots.screens(client, prefix, count);
        tag(lot);
        return register.lot(lot.getFirst().request());
    }

    void tag(List<AssetView> lot) {
        RoundView round = tagging(lot);
        for (AssetView asset : lot) {
            assertThat(one(round.id(), asset.tag().value(), asset.serial().raw()))
                    .isInstanceOf(ScanAnswer.Accepted.class);
        }
        rounds.close(round.id(), storekeeper);
    }

    RoundView loading(RunId run, List<AssetView> lot) {
        register.assignToRun(run, lot.stream().map(AssetView::id).toList(), storekeeper, Instant.now());
        return rounds.openForRun(
                RoundMode.LOADING,
                run,
                "PU-2026-000001",
                partner,
                lot.stream().map(AssetView::id).toList(),
                storekeeper);
    }

    AssetView now(AssetView asset) {
        return register.asset(asset.id());
    }

    @Test
    void aTagCountsOnlyWithTheSerialOfItsDevice() {
        AssetView screen = lots.screens(client, prefix, 1).getFirst();
        RoundId round = tagging(List.of(screen)).id();

        assertThat(one(round, screen.tag().value(), null))
                .isInstanceOfSatisfying(ScanAnswer.WrongSerial.class, answer -> {
                    assertThat(answer.given()).isEmpty();
                    assertThat(answer.expected()).isEqualTo(prefix + 1);
                    assertThat(answer.sentence()).isEqualTo("scan.SERIAL_ASKED");
                });
        assertThat(one(round, screen.tag().value(), "OTHER")).isInstanceOf(ScanAnswer.WrongSerial.class);
        assertThat(now(screen).state()).isEqualTo(AssetState.DECLARED);

        assertThat(one(round, screen.tag().value(), " " + prefix.toLowerCase(java.util.Locale.ROOT) + "1 "))
                .isInstanceOf(ScanAnswer.Accepted.class);
        assertThat(now(screen).state()).isEqualTo(AssetState.TAGGED);
        assertThat(register.history(screen.id())).last().satisfies(move -> {
            assertThat(move.verb()).isEqualTo("tag");
            assertThat(move.from()).isEqualTo("DECLARED");
            assertThat(move.to()).isEqualTo("TAGGED");
            assertThat(move.by()).isEqualTo(storekeeper.person());
        });
    }

    @Test
    void anAssetDeclaredWithoutSerialTakesTheOneGivenUnlessAnotherBearsIt() {
        List<AssetView> lot = lots.register(
                client, List.of(Lots.line("monitor", null, List.of()), Lots.line("monitor", prefix + "B", List.of())));
        RoundId round = tagging(lot).id();

        assertThat(one(round, lot.get(0).tag().value(), prefix + "B"))
                .isInstanceOfSatisfying(
                        ScanAnswer.WrongSerial.class,
                        answer -> assertThat(answer.sentence()).isEqualTo("scan.SERIAL_TAKEN"));
        assertThat(one(round, lot.get(0).tag().value(), "To be filled by O.E.M."))
                .isInstanceOf(ScanAnswer.WrongSerial.class);
        ScanCommand good = scan(lot.get(0).tag().value(), prefix + "A");
        assertThat(rounds.scan(round, List.of(good), storekeeper).getFirst())
                .isInstanceOfSatisfying(
                        ScanAnswer.Accepted.class,
                        answer -> assertThat(answer.serial()).isEqualTo(prefix + "A"));
        assertThat(now(lot.get(0)).serial().normalised()).isEqualTo(prefix + "A");

        rounds.undo(round, good.id(), storekeeper);
        assertThat(now(lot.get(0)).serial()).isNull();
    }

    @Test
    void theSameScanAgainGetsTheFirstAnswerAndMovesNothing() {
        List<AssetView> lot = lots.screens(client, prefix, 2);
        RoundId round = tagging(lot).id();
        ScanCommand command = scan(lot.get(0).tag().value(), prefix + 1);
        ScanAnswer first = rounds.scan(round, List.of(command), storekeeper).getFirst();
        List<AssetMoved> history = register.history(lot.get(0).id());

        assertThat(rounds.scan(round, List.of(command, command), storekeeper)).containsExactly(first, first);
        assertThat(register.history(lot.get(0).id())).isEqualTo(history);

        one(round, lot.get(1).tag().value(), prefix + 2);
        rounds.close(round, storekeeper);
        assertThat(rounds.scan(round, List.of(command), storekeeper)).containsExactly(first);
        assertThat(one(round, lot.get(0).tag().value(), prefix + 1)).isInstanceOf(ScanAnswer.RoundIsClosed.class);
    }

    @Test
    void aSecondScanSaysWhenTheFirstWas() {
        AssetView screen = lots.screens(client, prefix, 1).getFirst();
        RoundId round = tagging(List.of(screen)).id();
        Instant earlier = Instant.parse("2026-11-23T08:14:00Z");
        rounds.scan(
                round,
                List.of(new ScanCommand(UUID.randomUUID(), screen.tag().value(), prefix + 1, earlier, "")),
                storekeeper);

        assertThat(one(round, screen.tag().value(), prefix + 1))
                .isInstanceOfSatisfying(
                        ScanAnswer.AlreadyScanned.class,
                        answer -> assertThat(answer.at()).isEqualTo(earlier));
        assertThat(rounds.round(round, storekeeper).found()).isEqualTo(1);
    }

    @Test
    void whatIsNotOnTheListIsToldWithoutSayingWhose() {
        AssetView own = lots.screens(client, prefix, 1).getFirst();
        AssetView foreign = lots.screens(lots.organisation(OrganisationKind.CLIENT), "F" + prefix, 1)
                .getFirst();
        RoundId round = tagging(List.of(own)).id();

        assertThat(one(round, foreign.tag().value(), "F" + prefix + 1))
                .isInstanceOfSatisfying(
                        ScanAnswer.WrongRound.class,
                        answer -> assertThat(answer.arguments()).containsExactly(foreign.tag()));
        assertThat(one(round, "3700123456789", null)).isInstanceOf(ScanAnswer.Unknown.class);
        assertThat(now(foreign).state()).isEqualTo(AssetState.DECLARED);
        assertThat(rounds.round(round, storekeeper).unexpected()).hasSize(2);
        assertThat(rounds.scansOf(foreign.id())).isEmpty();
    }

    @Test
    void loadingAnUnclearedAssetIsRefusedWithItsCount() {
        AssetView server = lots.server(client, prefix);
        tag(List.of(server));
        RunId run = RunId.next();
        assertThatThrownBy(() -> register.assignToRun(run, List.of(server.id()), storekeeper, Instant.now()))
                .isInstanceOf(StateForbids.class);
        AssetView screen = tagged(1).getFirst();
        register.assignToRun(run, List.of(screen.id()), storekeeper, Instant.now());
        RoundId round = rounds.openForRun(
                        RoundMode.LOADING,
                        run,
                        "PU-2026-000001",
                        partner,
                        List.of(server.id(), screen.id()),
                        storekeeper)
                .id();
        putOnRun(server, run);

        assertThat(one(round, server.tag().value(), null))
                .isInstanceOfSatisfying(ScanAnswer.NotCleared.class, answer -> {
                    assertThat(answer.decided()).isZero();
                    assertThat(answer.expected()).isEqualTo(2);
                });
        assertThat(now(server).state()).isEqualTo(AssetState.TAGGED);
        assertThat(one(round, screen.tag().value(), null)).isInstanceOf(ScanAnswer.Accepted.class);
        assertThat(now(screen).state()).isEqualTo(AssetState.LOADED);
    }

    @Autowired
    org.springframework.jdbc.core.simple.JdbcClient jdbc;

    /** A clearance withdrawn after planning: by the verbs it could not be on the run. */
    private void putOnRun(AssetView asset, RunId run) {
        jdbc.sql("update asset set run_id = ? where id = ?")
                .params(run.value(), asset.id().value())
                .update();
    }

    @Test
    void loadingWantsTheRunTheTagAndNoDispute() {
        List<AssetView> lot = tagged(2);
        RunId run = RunId.next();
        RoundId round = loading(run, lot).id();
        discrepancies.open(
                new OpenDiscrepancy(
                        "UNEXPECTED",
                        client,
                        lot.get(0).request(),
                        null,
                        lot.get(0).id(),
                        null,
                        "broken seal"),
                storekeeper);
        assertThat(one(round, lot.get(0).tag().value(), null)).isInstanceOf(ScanAnswer.Disputed.class);

        register.releaseFromRun(run, List.of(lot.get(1).id()), storekeeper, Instant.now());
        assertThat(one(round, lot.get(1).tag().value(), null)).isInstanceOf(ScanAnswer.WrongRound.class);

        AssetView declared = lots.screens(client, prefix + "X", 1).getFirst();
        RunId other = RunId.next();
        RoundId second = rounds.openForRun(
                        RoundMode.LOADING, other, "PU-2026-000002", partner, List.of(declared.id()), storekeeper)
                .id();
        putOnRun(declared, other);
        assertThat(one(second, declared.tag().value(), null)).isInstanceOf(ScanAnswer.NotTagged.class);
    }

    @Test
    void anUndoneScanIsACorrectingEventAndTheAssetGoesBack() {
        List<AssetView> lot = tagged(1);
        RoundId round = loading(RunId.next(), lot).id();
        ScanCommand command = scan(lot.getFirst().tag().value(), null);
        rounds.scan(round, List.of(command), storekeeper);

        rounds.undo(round, command.id(), storekeeper);
        rounds.undo(round, command.id(), storekeeper);

        assertThat(now(lot.getFirst()).state()).isEqualTo(AssetState.TAGGED);
        assertThat(rounds.round(round, storekeeper).found()).isZero();
        assertThat(rounds.scansOf(lot.getFirst().id())).last().satisfies(scan -> {
            assertThat(scan.answer()).isEqualTo("ACCEPTED");
            assertThat(scan.undone()).isTrue();
        });
        assertThat(register.history(lot.getFirst().id()))
                .last()
                .satisfies(move -> assertThat(move.verb()).isEqualTo("unload"));
        assertThat(one(round, lot.getFirst().tag().value(), null)).isInstanceOf(ScanAnswer.Accepted.class);
    }

    @Test
    void aRoundClosesOnlyWhenEveryItemIsFoundOrMissing() {
        List<AssetView> lot = lots.screens(client, prefix, 3);
        RoundId round = tagging(lot).id();
        one(round, lot.get(0).tag().value(), prefix + 1);
        one(round, lot.get(1).tag().value(), prefix + 2);

        assertThatThrownBy(() -> rounds.close(round, storekeeper))
                .isInstanceOfSatisfying(StateForbids.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("ROUND_NOT_DONE");
                    assertThat(refusal.arguments()).contains(1, lot.get(2).tag().value());
                });
        assertThat(rounds.round(round, storekeeper).open()).isTrue();
        assertThatThrownBy(() -> rounds.missing(round, List.of(lot.get(0).tag()), new Reason("not there"), storekeeper))
                .isInstanceOf(Invalid.class);

        rounds.missing(round, List.of(lot.get(2).tag()), new Reason("not in the rack"), storekeeper);
        RoundView closed = rounds.close(round, storekeeper);

        assertThat(closed.open()).isFalse();
        assertThat(now(lot.get(2)).state()).isEqualTo(AssetState.MISSING);
        assertThat(discrepancies.ofRequest(lot.getFirst().request()))
                .singleElement()
                .satisfies(gap -> {
                    assertThat(gap.kind()).isEqualTo("MISSING_AT_TAGGING");
                    assertThat(gap.open()).isTrue();
                    assertThat(gap.detail()).contains(lot.get(2).tag().value(), "not in the rack");
                    assertThat(gap.dueAt())
                            .as("five working days hold a weekend")
                            .isEqualTo(calendar.after(gap.openedAt(), Delay.workingDays(5)))
                            .isAfter(gap.openedAt().plus(Duration.ofDays(6)));
                });
        assertThatThrownBy(() -> rounds.close(round, storekeeper)).isInstanceOf(StateForbids.class);
    }

    @Test
    void anOpenRoundIsReturnedInsteadOfASecondOne() {
        List<AssetView> lot = lots.screens(client, prefix, 1);
        assertThat(tagging(lot).id()).isEqualTo(tagging(lot).id());
    }

    @Test
    void aPartnerScansTheReceptionOfItsOwnRunsOnly() {
        List<AssetView> lot = tagged(1);
        RunId run = RunId.next();
        Actor own = Lots.partner(partner);
        RoundId loading = loading(run, lot).id();
        List<ScanCommand> scans = List.of(scan(lot.getFirst().tag().value(), null));
        assertThatThrownBy(() -> rounds.scan(loading, scans, own)).isInstanceOf(NotFound.class);

        RoundId reception = rounds.openForRun(
                        RoundMode.RECEPTION,
                        run,
                        "PU-2026-000001",
                        partner,
                        List.of(lot.getFirst().id()),
                        own)
                .id();
        Actor stranger = Lots.partner(UUID.randomUUID());
        assertThatThrownBy(() -> rounds.scan(reception, scans, stranger)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> rounds.round(reception, stranger)).isInstanceOf(NotFound.class);
        assertThat(rounds.scan(reception, scans, own).getFirst()).isInstanceOf(ScanAnswer.Accepted.class);
        assertThat(now(lot.getFirst()).state()).isEqualTo(AssetState.TAGGED);
    }

    @Test
    void aBatchAnswersInItsOrderAndNeverMoreThanFiveHundred() {
        List<AssetView> lot = lots.screens(client, prefix, 3);
        RoundId round = tagging(lot).id();
        List<ScanAnswer> answers = rounds.scan(
                round,
                List.of(
                        scan(lot.get(2).tag().value(), prefix + 3),
                        scan("NOPE", null),
                        scan(lot.get(0).tag().value(), prefix + 1),
                        scan(lot.get(2).tag().value(), prefix + 3)),
                storekeeper);
        assertThat(answers.stream().map(ScanAnswer::word))
                .containsExactly("ACCEPTED", "UNKNOWN", "ACCEPTED", "ALREADY_SCANNED");

        ScanCommand[] many = new ScanCommand[501];
        Arrays.setAll(many, i -> scan("NOPE", null));
        assertThatThrownBy(() -> rounds.scan(round, List.of(many), storekeeper)).isInstanceOf(Invalid.class);
    }

    @Test
    void whatTheOfficerDecidesTheAssetFollows() {
        List<AssetView> lot = lots.screens(client, prefix, 3);
        RoundId round = tagging(lot).id();
        rounds.missing(round, lot.stream().map(AssetView::tag).toList(), new Reason("rack is empty"), storekeeper);
        rounds.close(round, storekeeper);
        List<DiscrepancyView> gaps =
                new ArrayList<>(discrepancies.ofRequest(lot.getFirst().request()));
        assertThat(discrepancies.openFor(lot.getFirst().request())).isEqualTo(3);

        discrepancies.resolve(gaps.get(0).id(), DiscrepancyOutcome.LOST, new Reason("stolen"), officer);
        discrepancies.resolve(gaps.get(1).id(), DiscrepancyOutcome.FOUND, new Reason("in hall 2"), officer);
        discrepancies.resolve(gaps.get(2).id(), DiscrepancyOutcome.RETURNED, new Reason("client has it"), officer);

        assertThat(register.asset(gaps.get(0).asset()).lossAccepted()).isTrue();
        assertThat(register.asset(gaps.get(1).asset()).state()).isEqualTo(AssetState.DECLARED);
        assertThat(register.asset(gaps.get(2).asset()).state()).isEqualTo(AssetState.WITHDRAWN);
        assertThat(discrepancies.openFor(lot.getFirst().request())).isZero();
        assertThatThrownBy(() ->
                        discrepancies.resolve(gaps.get(0).id(), DiscrepancyOutcome.FOUND, new Reason("again"), officer))
                .isInstanceOfSatisfying(
                        StateForbids.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("ALREADY_RESOLVED"));
    }

    @Test
    void discrepanciesAreListedOpenOnesFirst() {
        List<AssetView> lot = lots.screens(client, prefix, 5);
        for (AssetView asset : lot) {
            discrepancies.open(
                    new OpenDiscrepancy("UNEXPECTED", client, asset.request(), null, asset.id(), null, "x"), officer);
        }
        discrepancies.resolve(
                discrepancies.ofRequest(lot.getFirst().request()).getFirst().id(),
                DiscrepancyOutcome.MISDECLARED,
                new Reason("was ours"),
                officer);
        List<DiscrepancyView> all = new ArrayList<>();
        String after = null;
        do {
            var slice = discrepancies.page(after, 2, officer);
            all.addAll(slice.items());
            after = slice.next();
        } while (after != null);
        assertThat(all.stream().map(DiscrepancyView::id))
                .doesNotHaveDuplicates()
                .hasSizeGreaterThanOrEqualTo(5);
        assertThat(all.stream().map(DiscrepancyView::open).dropWhile(open -> open))
                .doesNotContain(true);
        assertThatThrownBy(() -> discrepancies.page(null, 10, storekeeper))
                .isInstanceOf(eu.boucle.shared.NotAllowed.class);
    }
}
