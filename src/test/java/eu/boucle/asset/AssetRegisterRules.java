package eu.boucle.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.boucle.asset.RegisterLot.ExpectedMedium;
import eu.boucle.flow.WorkList;
import eu.boucle.identity.Actor;
import eu.boucle.identity.OrganisationId;
import eu.boucle.identity.OrganisationKind;
import eu.boucle.ledger.Ledger;
import eu.boucle.scancode.AssetTag;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.NotFound;
import eu.boucle.shared.Reason;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.RunId;
import eu.boucle.shared.SerialNumber;
import eu.boucle.shared.Slice;
import eu.boucle.shared.StateForbids;
import eu.boucle.shared.Weight;
import eu.boucle.shared.WeightBasis;
import eu.boucle.support.Lots;
import eu.boucle.support.SentStatements;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.concurrent.DelegatingSecurityContextExecutorService;

/** The register on a real database. */
abstract class AssetRegisterRules {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
    private static final Instant NOON = Instant.parse("2026-12-01T11:00:00Z");
    private static final DataInstruction ERASE_HERE =
            new DataInstruction(DataAction.ERASE, DataPlace.HERE, SanitizationLevel.PURGE);
    private static final DataInstruction NO_DATA =
            new DataInstruction(DataAction.NONE, DataPlace.HERE, SanitizationLevel.CLEAR);
    private static final DataInstruction AT_PARTNER =
            new DataInstruction(DataAction.ERASE, DataPlace.PARTNER, SanitizationLevel.PURGE);

    @Autowired
    AssetRegister register;

    @Autowired
    MediaRegister media;

    @Autowired
    Ledger ledger;

    @Autowired
    WorkList work;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Lots lots;

    private UUID client = UUID.randomUUID();
    private Actor system = Actor.system();
    private final Actor storekeeper = Lots.storekeeper();
    private final Actor officer = Lots.officer();

    @BeforeEach
    void aClientWithRequests() {
        client = lots.organisation(OrganisationKind.CLIENT);
        system = Actor.system(new OrganisationId(client));
    }

    @Test
    void aServerGetsATagACategoryACodeAWeightAndItsMedia() {
        AssetView server = only(lot(server(2)));
        assertThat(AssetTag.parse(server.tag().value())).contains(server.tag());
        assertThat(server.weeeCategory()).isEqualTo("4");
        assertThat(server.wasteCode()).isEqualTo("16 02 13*");
        assertThat(server.dangerous()).isTrue();
        assertThat(server.classificationSource()).isNotBlank();
        assertThat(server.weight()).isEqualTo(Weight.of("26.3", WeightBasis.ESTIMATED));
        assertThat(server.state()).isEqualTo(AssetState.DECLARED);
        assertThat(server.clearance()).isEqualTo(Clearance.NONE);
        assertThat(server.media()).hasSize(2).allMatch(medium -> medium.status() == MediumStatus.EXPECTED);
        assertThat(server.decidedMedia()).isZero();
    }

    @Test
    void aDeclaredWeightWinsOverTheUsualOne() {
        AssetView scale = only(lot(item("monitor", NO_DATA, new BigDecimal("6.2"))));
        assertThat(scale.weight()).isEqualTo(Weight.of("6.2", WeightBasis.DECLARED));
    }

    @Test
    void aSecondCallAnswersTheFirstFiguresAndMakesNothing() {
        RequestId request = accepted();
        RegisterLot command = command(request, List.of(server(2), item("monitor", NO_DATA)));
        LotRegistered first = register.register(command, system);
        LotRegistered second = register.register(command, system);
        assertThat(second.assets()).isEqualTo(first.assets()).isEqualTo(2);
        assertThat(second.media()).isEqualTo(first.media()).isEqualTo(2);
        assertThat(register.lot(request)).hasSize(2);
        assertThat(ledger.about(request.value()))
                .filteredOn(entry -> entry.kind().equals("LotRegistered"))
                .hasSize(1);
    }

    @Test
    void aTypeThatHoldsNoDataIsClearedAtOnce() {
        AssetView screen = only(lot(item("monitor", NO_DATA)));
        assertThat(screen.media()).isEmpty();
        assertThat(screen.clearance()).isEqualTo(Clearance.CLEARED);
    }

    @Test
    void aTypeThatUsuallyHoldsDataIsBlockedByAStandInEvenWhenTheClientSaysThereIsNone() {
        for (DataInstruction instruction : List.of(ERASE_HERE, NO_DATA)) {
            AssetView server = only(lot(item("server-rack", instruction)));
            assertThat(server.media()).singleElement().matches(MediumView::unnamed);
            assertThat(server.clearance()).isEqualTo(Clearance.NONE);
        }
    }

    @Test
    void aTypeThatMayHoldDataWaitsUnlessTheClientSaysThereIsNone() {
        assertThat(only(lot(item("pdu", ERASE_HERE))).media()).hasSize(1);
        assertThat(only(lot(item("pdu", NO_DATA))).clearance()).isEqualTo(Clearance.CLEARED);
    }

    @Test
    void aLooseDiskIsItsOwnMedium() {
        RegisterLot.Item disk = new RegisterLot.Item(
                1, "loose-hdd", "Seagate", "ST4000", serial(), null, null, "", "", ERASE_HERE, List.of());
        assertThat(only(lot(disk)).media()).singleElement().satisfies(medium -> {
            assertThat(medium.serial()).isEqualTo(disk.serial());
            assertThat(medium.unnamed()).isFalse();
            assertThat(medium.kind()).isEqualTo(MediumKind.HDD);
        });
    }

    @Test
    void namedMediaContradictAnInstructionThatThereAreNoData() {
        RegisterLot.Item contradiction = item("server-rack", NO_DATA, List.of(disk()));
        Invalid refusal = catchThrowableOfType(Invalid.class, () -> lot(item("monitor", NO_DATA), contradiction));
        assertThat(refusal.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("LOT_DATA_NONE_WITH_MEDIA");
            assertThat(problem.path()).isEqualTo("lines/1/data");
        });
    }

    @Test
    void whatTheTableCannotSayWaitsForTheOfficerAndJoinsNoRunUntilThen() {
        RequestId request = accepted();
        register.register(command(request, List.of(item("ups", NO_DATA))), system);
        AssetView ups = register.lot(request).getFirst();
        assertThat(ups.classificationOpen()).isTrue();
        assertThat(register.standing(request).unclassified()).isEqualTo(1);
        assertThat(work.of(officer))
                .anyMatch(item ->
                        item.kind().equals("classifyAsset") && item.subject().equals(request.value()));
        tag(request);
        refused("NOT_CLASSIFIED", () -> register.assignToRun(RunId.next(), List.of(ups.id()), storekeeper, NOON));

        AssetView said = register.reclassify(
                new Reclassify(ups.tag(), "5", "16 02 13*", null, null, Reason.of("Lead batteries stay in")), officer);
        assertThat(said.classificationOpen()).isFalse();
        assertThat(said.dangerous()).isTrue();
        assertThat(said.classificationSource()).isEqualTo("Lead batteries stay in");
        assertThat(work.of(officer))
                .noneMatch(item ->
                        item.kind().equals("classifyAsset") && item.subject().equals(request.value()));
        register.assignToRun(RunId.next(), List.of(ups.id()), storekeeper, NOON);
    }

    @Test
    void aNewDimensionAsksTheTableAgain() {
        AssetView server = only(lot(item("server-rack", NO_DATA)));
        AssetView small = register.reclassify(
                new Reclassify(server.tag(), null, null, new BigDecimal("45"), null, Reason.of("measured")), officer);
        assertThat(small.weeeCategory()).isEqualTo("6");
        assertThat(small.largestDimensionCm()).isEqualByComparingTo("45");
        AssetView hazardous = register.reclassify(
                new Reclassify(server.tag(), null, null, null, true, Reason.of("battery inside")), officer);
        assertThat(hazardous.weeeCategory()).isEqualTo("6");
        assertThat(hazardous.wasteCode()).isEqualTo("16 02 13*");
        assertThat(hazardous.dangerous()).isTrue();
    }

    @Test
    void everythingWrongWithACorrectionIsSaidAtOnce() {
        AssetView screen = only(lot(item("monitor", NO_DATA)));
        Invalid refusal = catchThrowableOfType(
                Invalid.class,
                () -> register.reclassify(
                        new Reclassify(
                                screen.tag(), "9", "20 01 43*", new BigDecimal("-1"), null, Reason.of("whatever")),
                        officer));
        assertThat(refusal.problems())
                .extracting(problem -> problem.code())
                .containsExactly("WEEE_CATEGORY_UNKNOWN", "WASTE_CODE_NOT_IN_FORCE", "DIMENSION_ABSURD");
    }

    @Test
    void anAssetIsClearedWhenItsLastMediumIsDecidedAndSealedWhenOneIsEntrusted() {
        AssetView server = only(lot(server(2)));
        media.erased(server.media().get(0).id(), "report", storekeeper, NOON);
        assertThat(register.asset(server.id()).clearance()).isEqualTo(Clearance.NONE);
        assertThat(register.asset(server.id()).decidedMedia()).isEqualTo(1);
        media.failed(server.media().get(1).id(), "report", storekeeper, NOON);
        assertThat(register.asset(server.id()).clearance()).isEqualTo(Clearance.NONE);
        media.destroyed(server.media().get(1).id(), "shredded", storekeeper, NOON);
        assertThat(register.asset(server.id()).clearance()).isEqualTo(Clearance.CLEARED);

        AssetView sealed = only(lot(item("server-rack", AT_PARTNER, List.of(disk()))));
        media.entrusted(sealed.media().getFirst().id(), "seal", storekeeper, NOON);
        assertThat(register.asset(sealed.id()).clearance()).isEqualTo(Clearance.SEALED);
        assertThat(register.standing(sealed.request()).entrusted()).isEqualTo(1);
        media.undecided(sealed.media().getFirst().id(), "partner", storekeeper, NOON);
        assertThat(register.asset(sealed.id()).clearance()).isEqualTo(Clearance.NONE);
    }

    @Test
    void aMissingMediumBlocksUntilItsLossIsAccepted() {
        AssetView server = only(lot(server(1)));
        MediumId disk = server.media().getFirst().id();
        media.missing(disk, storekeeper, NOON, Reason.of("empty bay"));
        assertThat(register.standing(server.request()).mediaDecided()).isFalse();
        media.acceptMissing(disk, officer, NOON, Reason.of("incident 12"));
        assertThat(register.standing(server.request()).mediaDecided()).isTrue();
        assertThat(register.asset(server.id()).clearance()).isEqualTo(Clearance.CLEARED);
    }

    @Test
    void aMediumFoundAtTeardownTakesThePlaceOfTheStandInAndTheNextOneIsAdded() {
        AssetView server = only(lot(item("server-rack", ERASE_HERE)));
        ExpectedMedium first = disk();
        MediumView found = media.found(server.tag(), first, storekeeper, NOON);
        assertThat(found.id()).isEqualTo(server.media().getFirst().id());
        assertThat(found.unnamed()).isFalse();
        media.erased(found.id(), "report", storekeeper, NOON);
        assertThat(register.asset(server.id()).clearance()).isEqualTo(Clearance.CLEARED);

        media.found(server.tag(), disk(), storekeeper, NOON);
        AssetView again = register.asset(server.id());
        assertThat(again.media()).hasSize(2);
        assertThat(again.clearance()).isEqualTo(Clearance.NONE);
        assertThatThrownBy(() -> media.found(server.tag(), first, storekeeper, NOON))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("MEDIUM_KNOWN");
    }

    @Test
    void aMediumFoundAtTeardownIsNamedAsOneOnAListWouldBe() {
        AssetView server = only(lot(item("server-rack", ERASE_HERE)));
        wrong(server, found("S".repeat(65), "", null), "serial SERIAL_TOO_LONG");
        wrong(server, found("S" + " ".repeat(200) + "N", "", null), "serial SERIAL_TOO_LONG");
        wrong(
                server,
                found("????????", "m".repeat(121), 0),
                "serial SERIAL_MASKED",
                "model TOO_LONG",
                "capacityGb CAPACITY_WRONG");
        wrong(
                server,
                found("N/A", "ST\u0000", 1_000_001),
                "serial SERIAL_PLACEHOLDER",
                "model BAD_CHARACTER",
                "capacityGb CAPACITY_WRONG");
        wrong(server, found("S\u0007N", "", 1), "serial SERIAL_BAD_CHARACTER");
        assertThatThrownBy(() -> media.found(server.tag(), found("S\u0007N", "", 1), storekeeper, NOON))
                .as("what cannot be seen is shown")
                .hasMessageContaining("S�N");
        assertThat(register.asset(server.id()).media()).containsExactlyElementsOf(server.media());
    }

    private static ExpectedMedium found(String serial, String model, Integer capacityGb) {
        return new ExpectedMedium(
                MediumKind.HDD, MediumInterface.ATA, SerialNumber.of(serial).orElseThrow(), model, capacityGb);
    }

    private void wrong(AssetView asset, ExpectedMedium medium, String... problems) {
        assertThatThrownBy(() -> media.found(asset.tag(), medium, storekeeper, NOON))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting(problem -> problem.path() + " " + problem.code())
                                .containsExactly(problems));
    }

    @Test
    void twoDifferentPeopleConfirmThatAnAssetIsEmpty() {
        AssetView server = only(lot(item("server-rack", NO_DATA)));
        assertThat(media.confirmEmpty(server.tag(), storekeeper, NOON)).isFalse();
        refused("SECOND_PERSON_NEEDED", () -> media.confirmEmpty(server.tag(), storekeeper, NOON));
        assertThat(register.asset(server.id()).clearance()).isEqualTo(Clearance.NONE);
        assertThat(media.confirmEmpty(server.tag(), officer, NOON)).isTrue();
        AssetView empty = register.asset(server.id());
        assertThat(empty.clearance()).isEqualTo(Clearance.CLEARED);
        assertThat(empty.media()).isEmpty();
        assertThat(register.standing(server.request()).mediaTotal()).isZero();
        refused("NOTHING_TO_CONFIRM", () -> media.confirmEmpty(server.tag(), storekeeper, NOON));
    }

    @Test
    void onlyClearedTaggedAssetsOnNoRunJoinARunAndOneWrongOneStopsAll() {
        AssetView ready = only(lot(item("monitor", NO_DATA)));
        AssetView undecided = only(lot(server(1)));
        tag(ready.request());
        tag(undecided.request());
        RunId run = RunId.next();
        StateForbids refusal = catchThrowableOfType(
                StateForbids.class,
                () -> register.assignToRun(run, List.of(ready.id(), undecided.id()), storekeeper, NOON));
        assertThat(refusal.code()).isEqualTo("NOT_LOADABLE");
        assertThat(refusal.arguments().getFirst()).isEqualTo(undecided.tag().value());
        assertThat(register.onRun(run)).isEmpty();

        register.assignToRun(run, List.of(ready.id()), storekeeper, NOON);
        register.assignToRun(run, List.of(ready.id()), storekeeper, NOON);
        assertThat(register.onRun(run)).extracting(AssetView::id).containsExactly(ready.id());
        refused("NOT_LOADABLE", () -> register.assignToRun(RunId.next(), List.of(ready.id()), storekeeper, NOON));
    }

    @Test
    void anAssetGoesFromTheDockToItsOutcomeWithOneLineOfHistoryAStep() {
        AssetView screen = only(lot(item("monitor", NO_DATA)));
        RunId run = loaded(screen);
        register.handOver(run, DAY, storekeeper, NOON);
        register.received(run, List.of(screen.id()), system, NOON);
        register.treated(Map.of(screen.id(), Outcome.RECYCLED), system, NOON);
        assertThat(register.asset(screen.id()).state()).isEqualTo(AssetState.RECYCLED);
        assertThat(register.history(screen.id()))
                .extracting(AssetMoved::verb)
                .containsExactly("register", "assign", "handOver", "receive", "treat");
        assertThat(register.history(screen.id()))
                .extracting(AssetMoved::to)
                .endsWith("HANDED_OVER", "RECEIVED", "RECYCLED");
        assertThat(ledger.about(screen.request().value()))
                .extracting(entry -> entry.kind())
                .containsSubsequence("LotRegistered", "AssetsChanged", "AssetsChanged", "AssetsChanged");
        refused("NOT_RECEIVED", () -> register.treated(Map.of(screen.id(), Outcome.REUSED), system, NOON));
    }

    @Test
    void aCodeThatIsNotInForceOnTheDayStopsTheHandoverNamingTagAndCode() {
        AssetView screen = only(lot(item("monitor", NO_DATA)));
        register.reclassify(
                new Reclassify(screen.tag(), null, "20 01 34", null, null, Reason.of("for the test")), officer);
        RunId run = loaded(screen);
        StateForbids refusal = catchThrowableOfType(
                StateForbids.class, () -> register.handOver(run, LocalDate.of(2026, 12, 9), storekeeper, NOON));
        assertThat(refusal.code()).isEqualTo("WASTE_CODE_NOT_IN_FORCE");
        assertThat(refusal.arguments()).containsExactly("20 01 34", screen.tag().value(), "2026-12-09");
        register.handOver(run, LocalDate.of(2026, 12, 8), storekeeper, NOON);
        refused(
                "CLASSIFICATION_FIXED",
                () -> register.reclassify(
                        new Reclassify(screen.tag(), "2", null, null, null, Reason.of("too late")), officer));
    }

    @Test
    void aMediumFoundInALoadedAssetHoldsTheTruckBack() {
        AssetView screen = only(lot(item("monitor", NO_DATA)));
        RunId run = loaded(screen);
        media.found(screen.tag(), disk(), storekeeper, NOON);
        refused("NOT_CLEARED", () -> register.handOver(run, DAY, storekeeper, NOON));
        register.releaseFromRun(run, List.of(screen.id()), storekeeper, NOON);
        assertThat(register.asset(screen.id()).state()).isEqualTo(AssetState.TAGGED);
        assertThat(register.asset(screen.id()).run()).isNull();
    }

    @Test
    void whatThePartnerRefusedMayJoinAnotherRun() {
        AssetView screen = only(lot(item("monitor", NO_DATA)));
        RunId run = loaded(screen);
        register.handOver(run, DAY, storekeeper, NOON);
        register.refused(run, List.of(screen.id()), system, NOON, "broken glass");
        assertThat(register.asset(screen.id()).state()).isEqualTo(AssetState.REFUSED);
        assertThat(register.standing(screen.request()).loadable()).isEqualTo(1);
        RunId second = RunId.next();
        register.assignToRun(second, List.of(screen.id()), storekeeper, NOON);
        assertThat(register.asset(screen.id()).state()).isEqualTo(AssetState.TAGGED);
        assertThat(register.onRun(second)).hasSize(1);
    }

    @Test
    void aMissingAssetTakesItsMediaAlongAndIsFoundAsItWas() {
        AssetView server = only(lot(server(2)));
        tag(server.request());
        media.failed(server.media().getFirst().id(), "report", storekeeper, NOON);
        register.missing(List.of(server.id()), storekeeper, NOON, "not on its shelf");
        AssetView lost = register.asset(server.id());
        assertThat(lost.state()).isEqualTo(AssetState.MISSING);
        assertThat(lost.media()).allMatch(medium -> medium.status() == MediumStatus.MISSING);

        register.acceptLoss(server.id(), officer, NOON, Reason.of("inventory closed"));
        assertThat(register.asset(server.id()).lossAccepted()).isTrue();
        assertThat(register.standing(server.request()).mediaDecided()).isTrue();
        assertThat(register.standing(server.request()).lossesAccepted()).isEqualTo(1);

        register.found(server.id(), officer, NOON, Reason.of("behind the rack"));
        AssetView found = register.asset(server.id());
        assertThat(found.state()).isEqualTo(AssetState.TAGGED);
        assertThat(found.lossAccepted()).isFalse();
        assertThat(found.media())
                .extracting(MediumView::status)
                .containsExactly(MediumStatus.FAILED, MediumStatus.EXPECTED);
        assertThat(found.clearance()).isEqualTo(Clearance.NONE);
    }

    @Test
    void aDiskLostByItselfStaysLostWhenItsAssetIsFound() {
        AssetView server = only(lot(server(2)));
        media.missing(server.media().getFirst().id(), storekeeper, NOON, Reason.of("empty bay"));
        register.missing(List.of(server.id()), storekeeper, NOON, "not on its shelf");
        register.found(server.id(), officer, NOON, Reason.of("behind the rack"));
        assertThat(register.asset(server.id()).media())
                .extracting(MediumView::status)
                .containsExactly(MediumStatus.MISSING, MediumStatus.EXPECTED);
        media.foundAgain(server.media().getFirst().id(), officer, NOON, Reason.of("in the drawer"));
        assertThat(register.asset(server.id()).media())
                .extracting(MediumView::status)
                .containsOnly(MediumStatus.EXPECTED);
    }

    @Test
    void aMissingAssetThatTurnedUpAtItsClientIsWithdrawnWithWhatWasLostInIt() {
        AssetView server = only(lot(server(1)));
        register.missing(List.of(server.id()), storekeeper, NOON, "not on its shelf");
        register.withdraw(List.of(server.id()), officer, NOON, Reason.of("the client has it"));
        AssetView back = register.asset(server.id());
        assertThat(back.state()).isEqualTo(AssetState.WITHDRAWN);
        assertThat(back.media()).allMatch(medium -> medium.status() == MediumStatus.RETURNED);
    }

    @Test
    void aWithdrawnAssetGoesBackWithItsMediaAndIsInUseNoLonger() {
        AssetView server = only(lot(server(1)));
        String serial = Objects.requireNonNull(server.serial()).normalised();
        assertThat(register.serialsInUse(List.of(serial, "NOSUCH"), null)).containsExactly(serial);
        assertThat(register.serialsInUse(List.of(serial), server.request())).isEmpty();
        register.withdraw(List.of(server.id()), storekeeper, NOON, Reason.of("client wants it back"));
        AssetView back = register.asset(server.id());
        assertThat(back.state()).isEqualTo(AssetState.WITHDRAWN);
        assertThat(back.media()).allMatch(medium -> medium.status() == MediumStatus.RETURNED);
        assertThat(register.serialsInUse(List.of(serial), null)).isEmpty();
        assertThat(register.standing(server.request()).mediaDecided()).isTrue();
    }

    @Test
    void aLoadedAssetIsNotGivenBack() {
        AssetView screen = only(lot(item("monitor", NO_DATA)));
        loaded(screen);
        refused(
                "NOT_WITHDRAWABLE",
                () -> register.withdraw(List.of(screen.id()), storekeeper, NOON, Reason.of("too late")));
    }

    @Test
    void aMeasuredTotalIsSplitToTheGramByTheEstimates() {
        RequestId request = accepted();
        register.register(
                command(
                        request,
                        List.of(
                                item("monitor", NO_DATA, new BigDecimal("1")),
                                item("monitor", NO_DATA, new BigDecimal("1")),
                                item("monitor", NO_DATA, new BigDecimal("1")))),
                system);
        List<AssetView> lot = register.lot(request);
        register.allocateWeight(lot.stream().map(AssetView::id).toList(), new BigDecimal("10"), system, NOON);
        List<Weight> weights = register.lot(request).stream()
                .map(AssetView::weight)
                .map(Objects::requireNonNull)
                .toList();
        assertThat(weights).allMatch(weight -> weight.basis() == WeightBasis.ALLOCATED);
        assertThat(weights.stream().map(Weight::kilograms).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("10");
    }

    @Test
    void aStrangerAndAnUnknownTagGetTheSameAnswer() {
        AssetView screen = only(lot(item("monitor", NO_DATA)));
        Actor stranger = Lots.client(UUID.randomUUID());
        assertThatThrownBy(() -> register.asset(screen.tag(), stranger)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> register.asset(AssetTag.of(30_000_000), stranger))
                .isInstanceOf(NotFound.class);
        assertThat(register.asset(screen.tag(), Lots.client(client)).id()).isEqualTo(screen.id());
        AssetView server = only(lot(server(1)));
        assertThatThrownBy(() -> media.medium(server.media().getFirst().id(), stranger))
                .isInstanceOf(NotFound.class);
        String disk = Objects.requireNonNull(server.media().getFirst().serial()).normalised();
        assertThat(media.bySerial(disk, stranger.scope())).isEmpty();
        assertThat(media.bySerial(disk, storekeeper.scope())).hasSize(1);
    }

    @Test
    void nearMissesAreProposed() {
        String core = UUID.randomUUID().toString().substring(0, 8).toUpperCase().replace('-', 'X') + "0I1";
        ExpectedMedium disk = new ExpectedMedium(
                MediumKind.SSD, MediumInterface.ATA, SerialNumber.of("S" + core).orElseThrow(), "860", 500);
        AssetView server = only(lot(item("server-rack", ERASE_HERE, List.of(disk))));
        MediumId id = server.media().getFirst().id();
        for (String read : List.of(core, "S" + core.replace('0', 'O').replace('I', '1'), "ATA_S" + core)) {
            assertThat(media.nearSerial(read, storekeeper.scope()))
                    .as(read)
                    .extracting(MediumView::id)
                    .containsExactly(id);
        }
    }

    @Test
    void aListTakesTheSameStatementsAtFiveAndAtTwoHundredAssets() {
        RequestId few = lotOf(5);
        RequestId many = lotOf(200);
        assertThat(SentStatements.during(() -> register.standing(many)))
                .isEqualTo(SentStatements.during(() -> register.standing(few)))
                .isEqualTo(1);
        assertThat(SentStatements.during(() -> register.page(many, null, 150)))
                .isEqualTo(SentStatements.during(() -> register.page(few, null, 150)))
                .isEqualTo(3);
        assertThat(SentStatements.during(() -> register.lot(many)))
                .isEqualTo(SentStatements.during(() -> register.lot(few)))
                .isEqualTo(2);
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        RequestId request = lotOf(25);
        List<AssetTag> seen = new ArrayList<>();
        String after = null;
        do {
            Slice<AssetView> page = register.page(request, after, 10);
            page.items().forEach(asset -> seen.add(asset.tag()));
            after = page.next();
        } while (after != null);
        assertThat(seen).hasSize(25).doesNotHaveDuplicates();
        assertThat(register.lot(request)).extracting(AssetView::tag).containsExactlyInAnyOrderElementsOf(seen);
    }

    @Test
    void aLargeLotIsRegisteredAndMovedInBatches() {
        List<RegisterLot.Item> items = new ArrayList<>();
        for (int i = 0; i < 2500; i++) {
            items.add(item("monitor", NO_DATA, new BigDecimal("5")));
        }
        RequestId request = accepted();
        int sent = SentStatements.during(() -> register.register(command(request, items), system));
        assertThat(sent).isLessThan(30);
        tag(request);
        RunId run = RunId.next();
        List<AssetId> ids = register.lot(request).stream().map(AssetView::id).toList();
        int moving = SentStatements.during(() -> {
            register.assignToRun(run, ids, storekeeper, NOON);
            return ids;
        });
        assertThat(moving).isLessThan(30);
        assertThat(register.onRun(run)).hasSize(2500);
    }

    @Test
    void whenTwoRunsWantTheSameAssetsOnlyOneGetsThem() throws Exception {
        RequestId request = lotOf(40);
        tag(request);
        List<AssetId> ids = register.lot(request).stream().map(AssetView::id).toList();
        RunId one = RunId.next();
        RunId other = RunId.next();
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService people = new DelegatingSecurityContextExecutorService(Executors.newFixedThreadPool(2))) {
            List<Future<Boolean>> tries = new ArrayList<>();
            for (RunId run : List.of(one, other)) {
                List<AssetId> order = run == one ? ids : ids.reversed();
                tries.add(people.submit(() -> {
                    start.await();
                    try {
                        register.assignToRun(run, order, storekeeper, NOON);
                        return true;
                    } catch (StateForbids refused) {
                        return false;
                    }
                }));
            }
            start.countDown();
            assertThat(List.of(tries.get(0).get(), tries.get(1).get())).containsExactlyInAnyOrder(true, false);
        }
        assertThat(register.onRun(one).size() + register.onRun(other).size()).isEqualTo(40);
        assertThat(List.of(register.onRun(one).size(), register.onRun(other).size()))
                .containsExactlyInAnyOrder(40, 0);
    }

    @Test
    void twoMediaDecidedAtOnceClearTheirAsset() throws Exception {
        for (int round = 0; round < 5; round++) {
            AssetView server = only(lot(server(2)));
            CountDownLatch start = new CountDownLatch(1);
            try (ExecutorService people =
                    new DelegatingSecurityContextExecutorService(Executors.newFixedThreadPool(2))) {
                List<Future<?>> tries = new ArrayList<>();
                for (MediumView medium : server.media()) {
                    tries.add(people.submit(() -> {
                        start.await();
                        media.erased(medium.id(), "report", storekeeper, NOON);
                        return null;
                    }));
                }
                start.countDown();
                for (Future<?> one : tries) {
                    one.get();
                }
            }
            assertThat(register.asset(server.id()).clearance()).isEqualTo(Clearance.CLEARED);
        }
    }

    @Test
    void theSameLotRegisteredTwiceAtOnceExistsOnce() throws Exception {
        RequestId request = accepted();
        RegisterLot command = command(request, List.of(server(1), server(1)));
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService people = new DelegatingSecurityContextExecutorService(Executors.newFixedThreadPool(2))) {
            List<Future<LotRegistered>> tries = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                tries.add(people.submit(() -> {
                    start.await();
                    return register.register(command, system);
                }));
            }
            start.countDown();
            for (Future<LotRegistered> one : tries) {
                assertThat(one.get().assets()).isEqualTo(2);
            }
        }
        assertThat(register.lot(request)).hasSize(2);
    }

    /** A real request, so that the rooms above find it; what is registered for it is each test's own. */
    private RequestId accepted() {
        return lots.accepted(client, List.of(Lots.line("monitor", serial().raw(), List.of())))
                .id();
    }

    private static void refused(String code, Runnable move) {
        StateForbids refusal = catchThrowableOfType(StateForbids.class, move::run);
        assertThat(refusal).isNotNull();
        assertThat(refusal.code()).isEqualTo(code);
    }

    private RunId loaded(AssetView asset) {
        tag(asset.request());
        RunId run = RunId.next();
        register.assignToRun(run, List.of(asset.id()), storekeeper, NOON);
        jdbc.sql("update asset set state = 'LOADED' where id = :id")
                .param("id", asset.id().value())
                .update();
        return run;
    }

    /** As the scan path does. */
    private void tag(RequestId request) {
        jdbc.sql("update asset set state = 'TAGGED', version = version + 1 where request_id = :request")
                .param("request", request.value())
                .update();
    }

    private RequestId lotOf(int count) {
        List<RegisterLot.Item> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(item("monitor", NO_DATA, new BigDecimal("5")));
        }
        RequestId request = accepted();
        register.register(command(request, items), system);
        return request;
    }

    private List<AssetView> lot(RegisterLot.Item... items) {
        RequestId request = accepted();
        register.register(command(request, List.of(items)), system);
        return register.lot(request);
    }

    private RegisterLot command(RequestId request, List<RegisterLot.Item> items) {
        return new RegisterLot(request, "DR-2026-000123", client, DAY, items);
    }

    private static AssetView only(List<AssetView> assets) {
        assertThat(assets).hasSize(1);
        return assets.getFirst();
    }

    private static RegisterLot.Item server(int disks) {
        List<ExpectedMedium> media = new ArrayList<>();
        for (int i = 0; i < disks; i++) {
            media.add(disk());
        }
        return item("server-rack", ERASE_HERE, media);
    }

    private static RegisterLot.Item item(String type, DataInstruction instruction, List<ExpectedMedium> media) {
        return new RegisterLot.Item(1, type, "Dell", "R640", serial(), null, null, "2018", "", instruction, media);
    }

    private static RegisterLot.Item item(String type, DataInstruction instruction) {
        return item(type, instruction, List.of());
    }

    private static RegisterLot.Item item(String type, DataInstruction instruction, BigDecimal weight) {
        return new RegisterLot.Item(
                1, type, "Dell", "R640", serial(), null, weight, "2018", "", instruction, List.of());
    }

    private static ExpectedMedium disk() {
        return new ExpectedMedium(MediumKind.HDD, MediumInterface.SAS, serial(), "ST4000NM", 4000);
    }

    private static SerialNumber serial() {
        return SerialNumber.of("Z" + UUID.randomUUID().toString().substring(0, 13))
                .orElseThrow();
    }
}
