package eu.boucle.sanitization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.boucle.asset.AssetRegister;
import eu.boucle.asset.AssetView;
import eu.boucle.asset.Clearance;
import eu.boucle.asset.DataAction;
import eu.boucle.asset.DataInstruction;
import eu.boucle.asset.DataPlace;
import eu.boucle.asset.MediaRegister;
import eu.boucle.asset.MediumId;
import eu.boucle.asset.MediumInterface;
import eu.boucle.asset.MediumKind;
import eu.boucle.asset.MediumStatus;
import eu.boucle.asset.MediumView;
import eu.boucle.asset.SanitizationLevel;
import eu.boucle.custody.Discrepancies;
import eu.boucle.custody.RoundMode;
import eu.boucle.custody.RoundView;
import eu.boucle.custody.ScanCommand;
import eu.boucle.custody.ScanRounds;
import eu.boucle.decommissioning.RequestDesk;
import eu.boucle.decommissioning.RequestLine;
import eu.boucle.decommissioning.RequestStatus;
import eu.boucle.flow.WorkItem;
import eu.boucle.flow.WorkList;
import eu.boucle.identity.Actor;
import eu.boucle.identity.OrganisationKind;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.NotAllowed;
import eu.boucle.shared.NotFound;
import eu.boucle.shared.Reason;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.StateForbids;
import eu.boucle.support.Lots;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.concurrent.DelegatingSecurityContextExecutorService;

/** Evidence on media in the running application, the same on every database. */
abstract class SanitizationStory {

    @Autowired
    EvidenceDesk desk;

    @Autowired
    DestructionBench bench;

    @Autowired
    SanitizationReview review;

    @Autowired
    MediaRegister media;

    @Autowired
    AssetRegister register;

    @Autowired
    RequestDesk requests;

    @Autowired
    ScanRounds rounds;

    @Autowired
    Discrepancies discrepancies;

    @Autowired
    WorkList work;

    @Autowired
    Lots lots;

    @Autowired
    Clock clock;

    final Actor storekeeper = Lots.storekeeper();
    final Actor colleague = Lots.storekeeper();
    final Actor officer = Lots.officer();
    UUID client = UUID.randomUUID();
    String serial = "";

    @BeforeEach
    void newClient() {
        client = lots.organisation(OrganisationKind.CLIENT);
        serial = serial();
    }

    static String serial() {
        return "ZT" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT) + "K";
    }

    @Test
    void aCleanLogErasesItsMediaAndClearsTheirAsset() {
        AssetView server = lots.server(client, serial);

        ReportView report = desk.receive("nwipe.txt", Samples.log(serial + "D1", serial + "D2"), null, storekeeper);

        assertThat(report.results()).extracting(DriveResult::verdict).containsOnly(Verdict.ERASED);
        assertThat(report.results()).extracting(DriveResult::level).containsOnly(SanitizationLevel.CLEAR);
        assertThat(report.results())
                .extracting(DriveResult::tag)
                .containsOnly(server.tag().value());
        AssetView after = register.asset(server.id());
        assertThat(after.media()).extracting(MediumView::status).containsOnly(MediumStatus.ERASED);
        assertThat(after.clearance()).isEqualTo(Clearance.CLEARED);
        EvidenceView evidence = desk.evidenceOf(server.media().getFirst().id()).getFirst();
        assertThat(evidence.sha256()).isEqualTo(report.sha256());
        assertThat(evidence.performer()).isEqualTo(storekeeper.person());
        assertThat(evidence.caveats()).containsExactly("HIDDEN_AREA_NOT_EXAMINED");
    }

    @Test
    void theSameBytesAgainChangeNothing() {
        lots.server(client, serial);
        byte[] log = Samples.log(serial + "D1", serial + "D2");
        ReportView first = desk.receive("nwipe.txt", log, null, storekeeper);

        ReportView again = desk.receive("other name.txt", log, null, colleague);

        assertThat(first.duplicateOf()).isNull();
        assertThat(again.duplicateOf()).isEqualTo(first.id());
        assertThat(desk.evidenceOf(first.results().getFirst().medium())).hasSize(1);
    }

    @Test
    void whatIsNoLogIsRefusedByItsName() {
        assertRefused("REPORT_KIND_UNKNOWN", () -> desk.receive("a.pdf", bytes("%PDF-1.5"), null, storekeeper));
        assertRefused("REPORT_UNREADABLE", () -> desk.receive("a.txt", bytes("Bonjour"), null, storekeeper));
        assertRefused("FILE_EMPTY", () -> desk.receive("a.txt", new byte[0], null, storekeeper));
        assertThatThrownBy(() -> desk.receive("a.txt", bytes("x"), null, officer))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void anUnknownSerialWaitsInTheInboxUntilAPersonLinksItsNearMiss() {
        AssetView server = lots.server(client, serial);
        ReportView report =
                desk.receive("nwipe.txt", Samples.log("WD-" + serial + "D1", serial + "D2"), null, storekeeper);
        DriveResult stray = report.results().getFirst();

        assertThat(stray.state()).isEqualTo("INBOX");
        assertThat(stray.reasons()).containsExactly("SERIAL_NOT_EXPECTED");
        assertThat(stray.candidates()).extracting(MediumView::id).containsExactly(disk(server, 0));
        assertThat(desk.inbox(null, 200, storekeeper).items())
                .extracting(DriveResult::id)
                .contains(stray.id());

        DriveResult linked = desk.link(stray.id(), disk(server, 0), storekeeper);

        assertThat(linked.verdict()).isEqualTo(Verdict.ERASED);
        assertThat(status(server, 0)).isEqualTo(MediumStatus.ERASED);
        assertThatThrownBy(() -> desk.link(stray.id(), disk(server, 0), storekeeper))
                .isInstanceOf(StateForbids.class);
    }

    @Test
    void aNumberThatIsQuiteDifferentStaysADoubtForTheOfficer() {
        AssetView server = lots.server(client, serial);
        DriveResult stray = desk.receive("nwipe.txt", Samples.log(serial() + "X", serial + "D2"), null, storekeeper)
                .results()
                .getFirst();

        DriveResult linked = desk.link(stray.id(), disk(server, 0), storekeeper);

        assertThat(linked.reasons()).containsExactly("SERIAL_NOT_EXPECTED");
        assertThat(status(server, 0)).isEqualTo(MediumStatus.UNDECIDED);
        assertThat(waiting(officer, "ruleResult")).contains(disk(server, 0).value());
        assertThatThrownBy(() -> desk.rule(stray.id(), Verdict.ERASED, Reason.of("étiquette vue"), storekeeper))
                .isInstanceOf(NotAllowed.class);

        DriveResult ruled = desk.rule(stray.id(), Verdict.ERASED, Reason.of("étiquette vue"), officer);

        assertThat(ruled.verdict()).isEqualTo(Verdict.ERASED);
        assertThat(status(server, 0)).isEqualTo(MediumStatus.ERASED);
        assertThat(waiting(officer, "ruleResult"))
                .doesNotContain(disk(server, 0).value());
    }

    @Test
    void aResultIsDismissedOnceWithAReason() {
        DriveResult stray = desk.receive("nwipe.txt", Samples.log(serial(), serial()), null, storekeeper)
                .results()
                .getFirst();

        assertThat(desk.dismiss(stray.id(), Reason.of("clé de démarrage"), storekeeper)
                        .state())
                .isEqualTo("DISMISSED");
        assertThatThrownBy(() -> desk.dismiss(stray.id(), Reason.of("encore"), storekeeper))
                .isInstanceOf(StateForbids.class);
    }

    @Test
    void aFailedDiskIsDestroyedByOneAndValidatedByAnother() {
        AssetView server = lots.server(client, serial);
        desk.receive("nwipe.txt", Samples.failedLog(serial + "D1", serial + "D2"), null, storekeeper);
        assertThat(status(server, 0)).isEqualTo(MediumStatus.FAILED);
        assertThat(status(server, 1)).isEqualTo(MediumStatus.ERASED);

        DriveResult later = desk.receive("later.txt", Samples.log(serial + "D1", serial()), null, storekeeper)
                .results()
                .getFirst();
        assertThat(later.reasons()).containsExactly("MEDIUM_FAILED_BEFORE");
        assertThat(status(server, 0)).isEqualTo(MediumStatus.FAILED);

        assertRefused(
                "METHOD_NOT_ENOUGH", () -> bench.destroy(disk(server, 0), shredded("CRUSH", 5, "300"), storekeeper));
        assertRefused(
                "PARTICLE_TOO_LARGE", () -> bench.destroy(disk(server, 0), shredded("SHRED", 5, "321"), storekeeper));
        assertRefused("LEVEL_TOO_LOW", () -> bench.destroy(disk(server, 0), shredded("SHRED", 2, "300"), storekeeper));
        bench.destroy(disk(server, 0), shredded("SHRED", 5, "300"), storekeeper);
        bench.destroy(disk(server, 0), shredded("SHRED", 5, "300"), storekeeper);
        assertThat(status(server, 0)).isEqualTo(MediumStatus.FAILED);
        assertThat(waiting(storekeeper, "validateDestruction"))
                .doesNotContain(disk(server, 0).value());
        assertThat(waiting(colleague, "validateDestruction"))
                .contains(disk(server, 0).value());
        assertThatThrownBy(() -> bench.validate(disk(server, 0), storekeeper))
                .isInstanceOf(NotAllowed.class)
                .hasMessageContaining("SAME_PERSON");

        bench.validate(disk(server, 0), colleague);

        assertThat(status(server, 0)).isEqualTo(MediumStatus.DESTROYED);
        assertThat(desk.evidenceOf(disk(server, 0)))
                .filteredOn(evidence -> evidence.kind().equals("DESTRUCTION"))
                .singleElement()
                .satisfies(evidence -> {
                    assertThat(evidence.result()).isEqualTo("DESTROYED");
                    assertThat(evidence.verification()).isEqualTo("ISO/IEC 21964-1 H-5 ≤ 300 mm²");
                    assertThat(evidence.validator()).isEqualTo(colleague.person());
                });
        assertThatThrownBy(() -> bench.validate(disk(server, 0), colleague)).isInstanceOf(StateForbids.class);
    }

    @Test
    void onlySomebodyElseValidatesAndOnlyWhenAllIsDecided() {
        AssetView server = lots.server(client, serial);
        RequestId request = server.request();
        desk.receive("half.txt", Samples.log(serial + "D1", serial()), null, storekeeper);
        assertThat(waiting(storekeeper, "decideMedia")).contains(request.value());
        assertThatThrownBy(() -> review.validate(request, officer))
                .isInstanceOf(StateForbids.class)
                .hasMessageContaining("MEDIA_UNDECIDED");

        desk.receive("rest.txt", Samples.log(serial(), serial + "D2"), null, storekeeper);

        Coverage coverage = review.coverage(request);
        assertThat(coverage.decided()).isEqualTo(2);
        assertThat(coverage.expected()).isEqualTo(2);
        assertThat(coverage.validationNeeded()).isTrue();
        assertThat(coverage.validated()).isFalse();
        assertThat(waiting(storekeeper, "decideMedia")).doesNotContain(request.value());
        assertThatThrownBy(() -> review.validate(request, storekeeper))
                .isInstanceOf(NotAllowed.class)
                .hasMessageContaining("PERFORMER_MAY_NOT_VALIDATE");
        review.validate(request, officer);
        review.validate(request, officer);
        assertThat(review.coverage(request).validated()).isTrue();
        assertThat(review.coverage(request).validator()).isEqualTo(officer.person());
        assertThatThrownBy(() -> review.validate(request, colleague)).isInstanceOf(StateForbids.class);
    }

    @Test
    void theRequestIsReadyWhenAllIsTaggedAndDecided() {
        AssetView server = lots.server(client, serial);
        desk.receive("nwipe.txt", Samples.log(serial + "D1", serial + "D2"), null, storekeeper);
        assertThat(requests.request(server.request()).status()).isEqualTo(RequestStatus.IN_PREPARATION);

        tag(server);

        assertThat(requests.request(server.request()).status()).isEqualTo(RequestStatus.READY);
    }

    @Test
    void withoutAnyMediumTheRequestIsReadyWhenTaggingCloses() {
        AssetView screen = lots.screens(client, serial, 1).getFirst();

        tag(screen);

        assertThat(requests.request(screen.request()).status()).isEqualTo(RequestStatus.READY);
        assertThat(review.coverage(screen.request()).validationNeeded()).isFalse();
    }

    @Test
    void anOverwriteNeverReachesPurgeAndTheOfficerCannotSayOtherwise() {
        AssetView server =
                server(MediumKind.SSD, new DataInstruction(DataAction.ERASE, DataPlace.HERE, SanitizationLevel.PURGE));
        DriveResult result = desk.receive("nwipe.txt", Samples.log(serial + "D1", serial()), null, storekeeper)
                .results()
                .getFirst();

        assertThat(result.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(result.level()).isEqualTo(SanitizationLevel.CLEAR);
        assertThat(result.reasons()).containsExactly("LEVEL_TOO_LOW");
        assertRefused("LEVEL_TOO_LOW", () -> desk.rule(result.id(), Verdict.ERASED, Reason.of("tant pis"), officer));
        desk.rule(result.id(), Verdict.FAILED, Reason.of("à détruire"), officer);
        assertThat(status(server, 0)).isEqualTo(MediumStatus.FAILED);
    }

    @Test
    void anOverwrittenSsdIsClearWithItsCaveat() {
        AssetView server =
                server(MediumKind.SSD, new DataInstruction(DataAction.ERASE, DataPlace.HERE, SanitizationLevel.CLEAR));

        desk.receive("nwipe.txt", Samples.log(serial + "D1", serial()), null, storekeeper);

        assertThat(status(server, 0)).isEqualTo(MediumStatus.ERASED);
        assertThat(desk.evidenceOf(disk(server, 0)).getFirst().caveats()).contains("SSD_OVERWRITTEN");
    }

    @Test
    void aManualRecordIsHeldAgainstTechniqueLevelAndClock() {
        AssetView server =
                server(MediumKind.SSD, new DataInstruction(DataAction.ERASE, DataPlace.HERE, SanitizationLevel.PURGE));
        MediumId disk = disk(server, 0);
        Instant now = clock.instant();

        assertThat(desk.techniquesFor(server.media().getFirst()))
                .extracting(Technique::technique)
                .contains("OVERWRITE", "SANITIZE_BLOCK_ERASE", "SHRED");
        assertRefused(
                "TECHNIQUE_UNKNOWN",
                () -> desk.record(disk, manual("DEGAUSS", SanitizationLevel.PURGE, now), storekeeper));
        assertRefused(
                "TECHNIQUE_IS_DESTRUCTION",
                () -> desk.record(disk, manual("SHRED", SanitizationLevel.DESTROY, now), storekeeper));
        assertRefused(
                "LEVEL_TOO_LOW",
                () -> desk.record(disk, manual("OVERWRITE", SanitizationLevel.PURGE, now), storekeeper));
        assertRefused(
                "LEVEL_TOO_LOW",
                () -> desk.record(disk, manual("SANITIZE_BLOCK_ERASE", SanitizationLevel.CLEAR, now), storekeeper));
        assertRefused(
                "IN_THE_FUTURE",
                () -> desk.record(
                        disk,
                        manual("SANITIZE_BLOCK_ERASE", SanitizationLevel.PURGE, now.plus(Duration.ofHours(1))),
                        storekeeper));
        assertThatThrownBy(() -> desk.record(
                        disk, manual("SANITIZE_BLOCK_ERASE", SanitizationLevel.PURGE, now), Lots.client(client)))
                .isInstanceOf(NotAllowed.class);

        MediumView recorded =
                desk.record(disk, manual("SANITIZE_BLOCK_ERASE", SanitizationLevel.PURGE, now), storekeeper);

        assertThat(recorded.status()).isEqualTo(MediumStatus.ERASED);
    }

    @Test
    void aClientReportsOnItsOwnMediaOnly() {
        AssetView server = lots.server(client, serial);
        UUID other = lots.organisation(OrganisationKind.CLIENT);

        DriveResult foreign = desk.receive("a.txt", Samples.log(serial + "D1", serial()), null, Lots.client(other))
                .results()
                .getFirst();
        assertThat(foreign.state()).isEqualTo("INBOX");
        assertThat(foreign.candidates()).isEmpty();
        assertThat(status(server, 0)).isEqualTo(MediumStatus.EXPECTED);
        assertThatThrownBy(() -> desk.report(foreign.report(), Lots.client(client)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() ->
                        desk.receive("a.txt", Samples.log(serial(), serial()), server.request(), Lots.client(other)))
                .isInstanceOf(NotFound.class);

        desk.receive("b.txt", Samples.log(serial + "D1", serial()), null, Lots.client(client));
        assertThat(status(server, 0)).isEqualTo(MediumStatus.ERASED);
    }

    @Test
    void mediaForThePartnerAreSealedWhenTaggingCloses() {
        AssetView server = server(
                MediumKind.HDD, new DataInstruction(DataAction.ERASE, DataPlace.PARTNER, SanitizationLevel.CLEAR));
        Actor partner = Lots.partner(UUID.randomUUID());

        tag(server);

        assertThat(status(server, 0)).isEqualTo(MediumStatus.ENTRUSTED);
        assertThat(register.asset(server.id()).clearance()).isEqualTo(Clearance.SEALED);
        assertThat(requests.request(server.request()).status()).isEqualTo(RequestStatus.READY);
        assertThat(review.coverage(server.request()).validationNeeded()).isFalse();
        assertThatThrownBy(() -> desk.record(
                        disk(server, 0), manual("OVERWRITE", SanitizationLevel.CLEAR, clock.instant()), partner))
                .isInstanceOf(NotFound.class);

        desk.receive("nwipe.txt", Samples.log(serial + "D1", serial()), null, storekeeper);
        assertThat(status(server, 0)).isEqualTo(MediumStatus.ERASED);
        review.validate(server.request(), officer);
        assertThat(review.coverage(server.request()).validated()).isTrue();
    }

    @Test
    void aMediumThatIsMissedOpensAnIncidentAndIsDecidedOnceItsLossIsAccepted() {
        AssetView server = lots.server(client, serial);
        MediumId disk = disk(server, 0);

        desk.missing(disk, Reason.of("baie vide"), storekeeper);

        assertThat(discrepancies.ofRequest(server.request()))
                .singleElement()
                .satisfies(gap -> assertThat(gap.kind()).isEqualTo("MEDIUM_MISSING"));
        assertThatThrownBy(() -> desk.missing(disk, Reason.of("encore"), storekeeper))
                .isInstanceOf(NotAllowed.class);
        assertThat(desk.missing(disk, Reason.of("perte admise"), officer).decided())
                .isTrue();
    }

    @Test
    void aMediumGivenBackIsDecided() {
        AssetView server = lots.server(client, serial);

        assertThat(desk.returned(disk(server, 0), Reason.of("le client le garde"), storekeeper)
                        .status())
                .isEqualTo(MediumStatus.RETURNED);
        assertThat(desk.evidenceOf(server.request()))
                .extracting(EvidenceView::result)
                .containsExactly("RETURNED");
    }

    @Test
    void theLastTwoMediaDecidedAtTheSameMomentStillMakeTheRequestReady() throws Exception {
        for (int round = 0; round < 5; round++) {
            serial = serial();
            AssetView one = lots.server(client, serial);
            tag(one);
            CountDownLatch start = new CountDownLatch(1);
            try (ExecutorService people =
                    new DelegatingSecurityContextExecutorService(Executors.newFixedThreadPool(2))) {
                List<Future<?>> reports = new ArrayList<>();
                for (String disk : List.of("D1", "D2")) {
                    byte[] log = Samples.log(serial + disk, serial());
                    reports.add(people.submit(() -> {
                        start.await();
                        return desk.receive("nwipe.txt", log, null, storekeeper);
                    }));
                }
                start.countDown();
                for (Future<?> report : reports) {
                    report.get();
                }
            }
            assertThat(requests.request(one.request()).status()).isEqualTo(RequestStatus.READY);
        }
    }

    private AssetView server(MediumKind kind, DataInstruction instruction) {
        RequestLine.LineMedium disk = new RequestLine.LineMedium(kind, MediumInterface.SAS, serial + "D1", "DISK", 600);
        RequestLine plain = Lots.line("server-rack", serial, List.of(disk));
        RequestLine line = new RequestLine(
                plain.type(),
                plain.manufacturer(),
                plain.model(),
                plain.serial(),
                1,
                "",
                "",
                plain.largestDimensionCm(),
                plain.weightKg(),
                plain.media(),
                instruction);
        return lots.register(client, List.of(line)).getFirst();
    }

    private void tag(AssetView asset) {
        RoundView round = rounds.open(RoundMode.TAGGING, asset.request(), "DR-2026-000001", client, storekeeper);
        rounds.scan(
                round.id(),
                List.of(new ScanCommand(
                        UUID.randomUUID(), asset.tag().value(), asset.serial().raw(), Instant.now(), "")),
                storekeeper);
        rounds.close(round.id(), storekeeper);
    }

    private static ManualRecord manual(String technique, SanitizationLevel level, Instant end) {
        return new ManualRecord(
                technique, level, "hdparm 9.65", end.minusSeconds(600), end, Verdict.ERASED, "état lu", null);
    }

    private static DestructionRecord shredded(String method, int level, String particle) {
        return new DestructionRecord(
                method,
                "ISO/IEC 21964-1",
                "H",
                level,
                new BigDecimal(particle),
                "Broyeur B2",
                Instant.now().minusSeconds(60),
                "photo 12");
    }

    private List<UUID> waiting(Actor actor, String kind) {
        return work.of(actor).stream()
                .filter(item -> item.kind().equals(kind))
                .map(WorkItem::subject)
                .toList();
    }

    private static MediumId disk(AssetView server, int position) {
        return server.media().get(position).id();
    }

    private MediumStatus status(AssetView server, int position) {
        return media.medium(disk(server, position)).status();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void assertRefused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Invalid.class,
                        refused -> assertThat(refused.problems())
                                .extracting(eu.boucle.shared.Problem::code)
                                .contains(code));
    }
}
