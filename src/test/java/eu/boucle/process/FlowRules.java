package eu.boucle.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.boucle.asset.AssetRegister;
import eu.boucle.asset.AssetView;
import eu.boucle.asset.DataAction;
import eu.boucle.asset.DataInstruction;
import eu.boucle.asset.DataPlace;
import eu.boucle.asset.MediaRegister;
import eu.boucle.asset.MediumInterface;
import eu.boucle.asset.MediumKind;
import eu.boucle.asset.MediumView;
import eu.boucle.asset.Outcome;
import eu.boucle.asset.Reclassify;
import eu.boucle.asset.RegisterLot;
import eu.boucle.asset.SanitizationLevel;
import eu.boucle.certificate.CertificateOffice;
import eu.boucle.certificate.CertificateType;
import eu.boucle.certificate.CertificateVault;
import eu.boucle.custody.Discrepancies;
import eu.boucle.custody.DiscrepancyOutcome;
import eu.boucle.custody.DiscrepancyView;
import eu.boucle.custody.OpenDiscrepancy;
import eu.boucle.custody.RoundMode;
import eu.boucle.custody.RoundView;
import eu.boucle.custody.ScanCommand;
import eu.boucle.custody.ScanRounds;
import eu.boucle.decommissioning.AnswerQuestion;
import eu.boucle.decommissioning.AskQuestion;
import eu.boucle.decommissioning.AssetQuestions;
import eu.boucle.decommissioning.Contact;
import eu.boucle.decommissioning.QuestionView;
import eu.boucle.decommissioning.RequestDesk;
import eu.boucle.decommissioning.RequestLine;
import eu.boucle.decommissioning.RequestStatus;
import eu.boucle.decommissioning.RequestView;
import eu.boucle.decommissioning.WriteRequest;
import eu.boucle.flow.FlowView;
import eu.boucle.flow.FlowView.Standing;
import eu.boucle.flow.WorkItem;
import eu.boucle.flow.WorkList;
import eu.boucle.identity.Actor;
import eu.boucle.identity.AddSite;
import eu.boucle.identity.Language;
import eu.boucle.identity.OrganisationId;
import eu.boucle.identity.OrganisationKind;
import eu.boucle.identity.Organisations;
import eu.boucle.ledger.Ledger;
import eu.boucle.pickup.Handover;
import eu.boucle.pickup.PartnerSite;
import eu.boucle.pickup.PartnerSiteId;
import eu.boucle.pickup.PlanRun;
import eu.boucle.pickup.Reception;
import eu.boucle.pickup.RunDesk;
import eu.boucle.pickup.RunStatus;
import eu.boucle.pickup.RunView;
import eu.boucle.sanitization.DestructionBench;
import eu.boucle.sanitization.DestructionRecord;
import eu.boucle.sanitization.EvidenceDesk;
import eu.boucle.sanitization.LossLetters;
import eu.boucle.sanitization.ManualRecord;
import eu.boucle.sanitization.SanitizationReview;
import eu.boucle.sanitization.Verdict;
import eu.boucle.shared.Period;
import eu.boucle.shared.PostalAddress;
import eu.boucle.shared.Reason;
import eu.boucle.shared.SerialNumber;
import eu.boucle.shared.Siret;
import eu.boucle.shared.WeightBasis;
import eu.boucle.support.Jobs;
import eu.boucle.support.Lots;
import eu.boucle.support.TestDatabase;
import eu.boucle.treatment.ReportTreatment;
import eu.boucle.treatment.TreatmentDesk;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.concurrent.DelegatingSecurityContextExecutorService;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The diagrams run by the engine on the real domain, jobs by hand: state and token go together, whoever comes first. */
abstract class FlowRules {

    private static final PostalAddress LYON = new PostalAddress("1 rue des Essais", "69003", "Lyon", "FR");
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Paris"));

    @Autowired
    Environment settings;

    @Autowired
    Organisations organisations;

    @Autowired
    RequestDesk desk;

    @Autowired
    AssetRegister register;

    @Autowired
    MediaRegister media;

    @Autowired
    ScanRounds rounds;

    @Autowired
    EvidenceDesk evidence;

    @Autowired
    DestructionBench bench;

    @Autowired
    SanitizationReview review;

    @Autowired
    RunDesk runs;

    @Autowired
    TreatmentDesk treatment;

    @Autowired
    CertificateOffice certificates;

    @Autowired
    CertificateVault vault;

    @Autowired
    Discrepancies discrepancies;

    @Autowired
    AssetQuestions questions;

    @Autowired
    LossLetters letters;

    @Autowired
    Ledger ledger;

    @Autowired
    FlowView flow;

    @Autowired
    WorkList work;

    @Autowired
    Jobs jobs;

    @Autowired
    ManagementService engine;

    @Autowired
    Cases cases;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    final Actor storekeeper = Lots.storekeeper();
    final Actor officer = Lots.officer();
    Actor client = storekeeper;
    Actor partner = storekeeper;
    PartnerSiteId site = new PartnerSiteId(UUID.randomUUID());
    String mark = "";

    @BeforeEach
    void newPeople() {
        if (organisations.host().isEmpty()) {
            organisations.found(OrganisationId.next(), OrganisationKind.HOST, "Host", null, LYON, Language.FR);
        }
        mark = "F" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT) + "W";
        client = clientOf();
        OrganisationId recycler = OrganisationId.next();
        organisations.found(recycler, OrganisationKind.PARTNER, "Partner", null, LYON, Language.FR);
        partner = Lots.partner(recycler.value());
        site = runs.addPartnerSite(new PartnerSite(
                        new PartnerSiteId(UUID.randomUUID()),
                        recycler,
                        "Site",
                        new Siret("73282932000074"),
                        LYON,
                        "ICPE 2718",
                        TODAY.plusYears(1),
                        "2024-13-001",
                        "13",
                        TODAY.plusYears(1),
                        ""))
                .id();
    }

    private Actor clientOf() {
        OrganisationId id = OrganisationId.next();
        organisations.found(id, OrganisationKind.CLIENT, "Client", null, LYON, Language.FR);
        Actor actor = Lots.client(id.value());
        organisations.addSite(new AddSite(id, "DC", LYON, ""), actor);
        return actor;
    }

    private WriteRequest asking(Actor by, RequestLine... lines) {
        return new WriteRequest(
                by.organisations().iterator().next(),
                organisations.sites(by).getFirst().id(),
                new Contact("Ada", "ada@client.example", "+33 1 02 03 04 05"),
                new Period(TODAY, TODAY.plusDays(10)),
                new DataInstruction(DataAction.ERASE, DataPlace.HERE, SanitizationLevel.CLEAR),
                "",
                List.of(lines));
    }

    private RequestView submitted(RequestLine... lines) {
        return desk.write(asking(client, lines), true, client);
    }

    private RequestView accepted(RequestLine... lines) {
        RequestView request = submitted(lines);
        jobs.runAll();
        desk.accept(request.reference(), officer);
        jobs.runAll();
        return request;
    }

    private RequestLine screen(String serial) {
        return Lots.line("monitor", mark + serial, List.of());
    }

    private RequestLine server(String serial) {
        return Lots.line("server-rack", mark + serial, List.of(Lots.disk(mark + serial + "D")));
    }

    private Standing standing(UUID subject) {
        return flow.standing(subject).orElseThrow();
    }

    private Standing standing(RequestView request) {
        return standing(request.id().value());
    }

    private void tag(RequestView request) {
        RoundView round = rounds.open(
                RoundMode.TAGGING,
                request.id(),
                request.reference(),
                request.organisation().value(),
                storekeeper);
        rounds.scan(
                round.id(), register.lot(request.id()).stream().map(this::scan).toList(), storekeeper);
        rounds.close(round.id(), storekeeper);
    }

    private ScanCommand scan(AssetView asset) {
        return new ScanCommand(
                UUID.randomUUID(),
                asset.tag().value(),
                asset.serial() == null ? null : asset.serial().normalised(),
                Instant.now(),
                "");
    }

    private MediumView medium(RequestView request) {
        return media.ofRequest(request.id()).getFirst();
    }

    private void wipe(MediumView medium, Verdict verdict) {
        Instant now = Instant.now();
        evidence.record(
                medium.id(),
                new ManualRecord(
                        "OVERWRITE",
                        SanitizationLevel.CLEAR,
                        "nwipe 0.42",
                        now.minus(Duration.ofHours(3)),
                        now.minus(Duration.ofMinutes(1)),
                        verdict,
                        "",
                        null),
                storekeeper);
    }

    private RunView planned(RequestView request) {
        return runs.plan(
                new PlanRun(
                        site,
                        null,
                        new Period(TODAY, TODAY.plusDays(3)),
                        List.of(request.reference()),
                        List.of(),
                        null,
                        true),
                storekeeper);
    }

    private void load(RunView run) {
        RoundView round = runs.openLoading(run.reference(), storekeeper);
        rounds.scan(
                round.id(), register.onRun(run.id()).stream().map(this::scan).toList(), storekeeper);
        rounds.close(round.id(), storekeeper);
    }

    private void handOver(RunView run) {
        List<Handover.Slip> slips = runs.slipsMissing(run.id()).stream()
                .map(code -> new Handover.Slip(code, "BSD-" + mark))
                .toList();
        runs.handOver(
                run.reference(),
                new Handover("Jean Martin", "AB-123-CD", "TYPED", "Jean Martin", List.of(), slips),
                storekeeper);
    }

    private BigDecimal estimate(RunView run) {
        return runs.run(run.id()).manifest().stream()
                .map(RunView.ManifestLine::estimatedKg)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void receive(RunView run) {
        runs.receive(
                run.reference(),
                new Reception(Instant.now(), estimate(run), true, false, List.of(), List.of(), List.of()),
                partner);
    }

    private void report(RunView run, BigDecimal kilograms) {
        treatment.report(
                run.reference(),
                new ReportTreatment(
                        TODAY,
                        Outcome.RECYCLED,
                        Map.of(),
                        List.of(new ReportTreatment.Fraction(
                                "métaux", kilograms, "R 4", "RECYCLAGE", null, "Fonderie", WeightBasis.MEASURED)),
                        "pesée"),
                partner);
    }

    // ---- state and token together

    @Test
    void tokenAndStateRollBackTogether() {
        RequestView request = submitted(screen("A"));
        jobs.runAll();
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        assertThatThrownBy(() -> transaction.executeWithoutResult(ignored -> {
                    desk.accept(request.reference(), officer);
                    failBeforeCommit();
                }))
                .hasMessage("after the token moved");
        assertThat(desk.status(request.id())).isEqualTo(RequestStatus.SUBMITTED);
        assertThat(standing(request).active()).containsExactly("reviewRequest");
        desk.accept(request.reference(), officer);
        assertThat(desk.status(request.id())).isEqualTo(RequestStatus.ACCEPTED);
        assertThat(standing(request).active()).containsExactly("registerAssets");
    }

    /** Registered after the process's own, so it runs when the token has moved and nothing is committed. */
    private static void failBeforeCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                throw new IllegalStateException("after the token moved");
            }
        });
    }

    @Test
    void aRequestThatIsNotSubmittedHasNoProcess() {
        RequestView draft = desk.write(asking(client, screen("A")), false, client);
        assertThat(flow.standing(draft.id().value())).isEmpty();
    }

    // ---- whoever comes first

    @Test
    void anAnswerThatCameBeforeTheTaskIsNotAskedAgain() {
        RequestView request = submitted(screen("A"));
        assertThat(standing(request).active()).containsExactly("issueRequestCopy");
        desk.accept(request.reference(), officer);
        jobs.runAll();
        Standing now = standing(request);
        assertThat(now.passed()).contains("registerAssets").doesNotContain("reviewRequest");
        assertThat(now.active()).contains("assetsTagged");
    }

    @Test
    void aReturnedRequestWaitsForItsClientAndGoesOnInTheSameProcess() {
        RequestView request = submitted(screen("A"));
        jobs.runAll();
        desk.giveBack(request.reference(), new Reason("How many?"), officer);
        assertThat(standing(request).active()).containsExactly("completeRequest");
        assertThat(kinds(client)).contains("completeRequest " + request.reference());
        assertThat(kinds(clientOf())).isEmpty();
        desk.submit(request.reference(), client);
        jobs.runAll();
        assertThat(standing(request).active()).containsExactly("reviewRequest");
        desk.reject(request.reference(), new Reason("Not ours"), officer);
        assertThat(standing(request).ended()).isTrue();
        assertThat(standing(request).passed()).contains("rejected");
    }

    @Test
    void returnedAndSentAgainBeforeAnyStepRanItWaitsForItsReview() {
        RequestView request = submitted(screen("A"));
        desk.giveBack(request.reference(), new Reason("How many?"), officer);
        desk.submit(request.reference(), client);
        jobs.runAll();
        assertThat(standing(request).active()).containsExactly("reviewRequest");
        assertThat(standing(request).passed()).doesNotContain("completeRequest");
    }

    @Test
    void equipmentWithoutMediaWaitsOnlyForItsLabels() {
        RequestView request = accepted(screen("A"));
        Standing now = standing(request);
        assertThat(now.active()).containsExactly("assetsTagged");
        assertThat(now.passed())
                .contains("classified", "noDataHandled")
                .doesNotContain("mediaDecided", "classifyAsset", "validateSanitization", "issueDataCertificate");
        tag(request);
        assertThat(standing(request).active()).containsExactly("handedOver");
    }

    @Test
    void anUnclearItemWaitsForTheOfficersWord() {
        RequestView request = accepted(new RequestLine(
                "other",
                "Acme",
                "Box",
                mark + "O",
                1,
                "",
                "",
                null,
                BigDecimal.ONE,
                List.of(),
                screen("x").data()));
        assertThat(standing(request).active()).contains("classifyAsset");
        AssetView asset = register.lot(request.id()).getFirst();
        register.reclassify(
                new Reclassify(asset.tag(), "6", "16 02 14", null, null, new Reason("seen on the bench")), officer);
        assertThat(standing(request).active()).doesNotContain("classifyAsset");
    }

    @Test
    void mediaAndLabelsMayEndInEitherOrder() {
        RequestView first = accepted(server("A"));
        assertThat(standing(first).active()).containsExactlyInAnyOrder("assetsTagged", "mediaDecided");
        wipe(medium(first), Verdict.ERASED);
        assertThat(standing(first).active()).containsExactlyInAnyOrder("assetsTagged", "validateSanitization");
        tag(first);
        assertThat(standing(first).active()).containsExactlyInAnyOrder("handedOver", "validateSanitization");

        RequestView second = accepted(server("B"));
        tag(second);
        assertThat(standing(second).active()).containsExactlyInAnyOrder("handedOver", "mediaDecided");
        wipe(medium(second), Verdict.ERASED);
        review.validate(second.id(), officer);
        assertThat(standing(second).active()).containsExactlyInAnyOrder("handedOver", "issueDataCertificate");
        jobs.runAll();
        assertThat(standing(second).active()).containsExactly("handedOver");
        assertThat(issued(second)).containsExactly(CertificateType.DATA_SANITIZATION);
    }

    @Test
    void whatIsGivenBackBeforeAnyRunClosesWithoutTreatment() {
        RequestView request = accepted(screen("A"));
        register.withdraw(
                register.lot(request.id()).stream().map(AssetView::id).toList(),
                storekeeper,
                Instant.now(),
                new Reason("the client came for it"));
        jobs.runAll();
        assertThat(desk.status(request.id())).isEqualTo(RequestStatus.CLOSED);
        assertThat(standing(request).ended()).isTrue();
        assertThat(standing(request).passed()).doesNotContain("issueTreatmentCertificates");
    }

    @Test
    void aCancelledRequestEndsWhereverItStands() {
        RequestView request = accepted(server("A"));
        desk.cancel(request.reference(), client);
        assertThat(standing(request).ended()).isTrue();
        assertThat(standing(request).passed()).contains("calledOff");
    }

    @Test
    void aRunWhosePeopleAreFasterThanItsStepsWaitsForNobody() {
        RequestView request = accepted(screen("A"));
        tag(request);
        RunView run = planned(request);
        runs.propose(run.id(), storekeeper);
        runs.confirm(run.reference(), partner);
        load(run);
        handOver(run);
        receive(run);
        report(run, estimate(run));
        assertThat(standing(run.id().value()).active()).containsExactly("proposeToPartner");
        jobs.runAll();
        Standing now = standing(run.id().value());
        assertThat(now.ended()).isTrue();
        assertThat(now.passed())
                .contains("issueManifest", "issueTakeBackNotes", "checkMassBalance", "completed")
                .doesNotContain(
                        "confirmed", "loadingClosed", "fileWasteSlip", "handedOver", "weighedIn", "treatmentReported");
        assertThat(standing(request).ended()).isTrue();
        assertThat(desk.status(request.id())).isEqualTo(RequestStatus.CLOSED);
    }

    @Test
    void aRunWaitsForEachOfItsPeopleInTurn() {
        RequestView request = accepted(server("A"));
        wipe(medium(request), Verdict.ERASED);
        tag(request);
        review.validate(request.id(), officer);
        RunView run = planned(request);
        jobs.runAll();
        UUID key = run.id().value();
        assertThat(standing(key).active()).containsExactly("confirmed");
        runs.decline(run.reference(), new Reason("No lorry"), null, partner);
        assertThat(standing(key).active()).containsExactly("replan");
        runs.replan(
                run.reference(),
                new PlanRun(
                        site,
                        null,
                        new Period(TODAY.plusDays(1), TODAY.plusDays(4)),
                        List.of(request.reference()),
                        List.of(),
                        null,
                        true),
                storekeeper);
        jobs.runAll();
        assertThat(standing(key).active()).containsExactly("confirmed");
        runs.confirm(run.reference(), partner);
        assertThat(standing(key).active()).containsExactly("loadingClosed");
        load(run);
        jobs.runAll();
        assertThat(standing(key).active()).containsExactly("fileWasteSlip");
        handOver(run);
        jobs.runAll();
        assertThat(standing(key).active()).containsExactly("weighedIn");
        receive(run);
        assertThat(standing(key).active()).containsExactly("treatmentReported");
        report(run, estimate(run).multiply(new BigDecimal("0.5")));
        jobs.runAll();
        assertThat(standing(key).active()).containsExactly("reviewTreatment");
        assertThat(kinds(officer)).contains("reviewTreatment " + run.reference());
        treatment.accept(run.reference(), new Reason("scale broken, weighed again"), officer);
        jobs.runAll();
        assertThat(standing(key).ended()).isTrue();
        assertThat(runs.run(run.id()).status()).isEqualTo(RunStatus.TREATED);
    }

    @Test
    void aRunCalledOffEndsAndItsRequestWaitsOn() {
        RequestView request = accepted(screen("A"));
        tag(request);
        RunView run = planned(request);
        jobs.runAll();
        runs.cancel(run.reference(), new Reason("The truck never came"), storekeeper);
        assertThat(standing(run.id().value()).ended()).isTrue();
        assertThat(standing(request).active()).containsExactly("handedOver");
    }

    @Test
    void aFailedMediumIsDestroyedUnderTwoPairsOfEyes() {
        RequestView request = accepted(server("A"));
        MediumView failed = medium(request);
        wipe(failed, Verdict.FAILED);
        UUID key = failed.id().value();
        assertThat(standing(key).active()).containsExactly("destroyMedium");
        assertThat(kinds(storekeeper)).contains("destroyMedium " + failed.tag());
        bench.destroy(
                failed.id(),
                new DestructionRecord(
                        "SHRED",
                        "ISO/IEC 21964",
                        "H",
                        5,
                        new BigDecimal("160"),
                        "HSM 1",
                        Instant.now().minus(Duration.ofMinutes(5)),
                        "photo 1"),
                storekeeper);
        assertThat(standing(key).active()).containsExactly("validateDestruction");
        bench.validate(failed.id(), officer);
        assertThat(standing(key).ended()).isTrue();
        assertThat(standing(key).passed()).contains("destroyed");
    }

    @Test
    void aFailedMediumGivenBackNeedsNoDestruction() {
        RequestView request = accepted(server("A"));
        MediumView failed = medium(request);
        wipe(failed, Verdict.FAILED);
        evidence.returned(failed.id(), new Reason("The client keeps it"), storekeeper);
        assertThat(standing(failed.id().value()).ended()).isTrue();
        assertThat(standing(failed.id().value()).passed()).contains("ended");
    }

    @Test
    void aDiscrepancyWaitsUntilTheOfficerResolvesIt() {
        RequestView request = accepted(screen("A"));
        DiscrepancyView gap = discrepancies.open(gap(request), storekeeper);
        assertThat(standing(gap.id().value()).active()).containsExactly("resolveDiscrepancy");
        assertThat(work.of(officer))
                .filteredOn(item -> item.subject().equals(gap.id().value()))
                .singleElement()
                .satisfies(item -> assertThat(item.due()).isNotNull());
        discrepancies.resolve(gap.id(), DiscrepancyOutcome.MISDECLARED, new Reason("Counted twice"), officer);
        assertThat(standing(gap.id().value()).ended()).isTrue();
    }

    @Test
    void aDiscrepancyAboutAMediumWritesToTheClientAndWaitsBesides() {
        RequestView request = accepted(server("A"));
        MediumView medium = medium(request);
        evidence.missing(medium.id(), new Reason("The drawer is empty"), storekeeper);
        DiscrepancyView gap = discrepancies.ofRequest(request.id()).getFirst();
        assertThat(standing(gap.id().value()).active())
                .containsExactlyInAnyOrder("issueLossLetter", "resolveDiscrepancy");
        jobs.runAll();
        assertThat(letters.of(request.id())).singleElement();
        assertThat(letters.issue(gap.id(), officer).number())
                .as("a job that runs twice writes once")
                .isEqualTo(letters.of(request.id()).getFirst().number());
        assertThat(standing(gap.id().value()).active()).containsExactly("resolveDiscrepancy");
        evidence.foundAgain(medium.id(), new Reason("In the next drawer"), storekeeper);
        assertThat(standing(gap.id().value()).ended()).isTrue();
    }

    // ---- questions

    @Test
    void aQuestionWaitsForTheClientThenForWhoeverAsked() {
        RequestView request = accepted(screen("A"));
        QuestionView asked = ask(request, false);
        UUID key = asked.id().value();
        assertThat(standing(key).active()).containsExactly("answerQuestion");
        assertThat(kinds(client)).contains("answerQuestion " + asked.tag().value());
        questions.answer(new AnswerQuestion(asked.id(), "It is ours", null), client);
        assertThat(standing(key).active()).containsExactly("closeQuestion");
        assertThat(kinds(client)).doesNotContain("answerQuestion " + asked.tag().value());
        assertThat(kinds(storekeeper)).contains("closeQuestion " + asked.tag().value());
        questions.close(asked.id(), storekeeper);
        assertThat(standing(key).ended()).isTrue();
    }

    @Test
    void aQuestionWithoutAnswerIsRemindedOfThenEscalatedAndMayBeClosedUnanswered() {
        QuestionView asked = ask(accepted(screen("A")), false);
        UUID key = asked.id().value();
        List<Job> timers = engine.createJobQuery()
                .processInstanceId(cases.find(key).orElseThrow().instance())
                .timers()
                .orderByJobDuedate()
                .asc()
                .list();
        assertThat(timers).hasSize(2);
        jobs.runUntil(timers.getFirst().getDuedate());
        jobs.runUntil(timers.getLast().getDuedate());
        assertThat(ledger.about(key))
                .filteredOn(entry -> entry.kind().equals("WorkOverdue"))
                .hasSize(2);
        assertThat(kinds(officer)).contains("lateAnswerQuestion " + asked.tag().value());
        questions.close(asked.id(), officer);
        assertThat(standing(key).ended()).isTrue();
        assertThat(kinds(officer))
                .doesNotContain("lateAnswerQuestion " + asked.tag().value());
    }

    private QuestionView ask(RequestView request, boolean blocking) {
        return questions.ask(
                new AskQuestion(register.lot(request.id()).getFirst().tag(), "Is it yours?", blocking), storekeeper);
    }

    private static OpenDiscrepancy gap(RequestView request) {
        return new OpenDiscrepancy(
                "COUNT_GAP", request.organisation().value(), request.id(), null, null, null, "one too many");
    }

    // ---- steps

    @Test
    void aRefusedCertificateWaitsUntilWhatIsMissingIsThere() {
        RequestView request = accepted(server("A"));
        wipe(medium(request), Verdict.ERASED);
        review.validate(request.id(), officer);
        MediumView found = media.found(
                medium(request).tag(),
                new RegisterLot.ExpectedMedium(
                        MediumKind.HDD,
                        MediumInterface.SAS,
                        SerialNumber.of(mark + "X").orElseThrow(),
                        "ST1",
                        600),
                storekeeper,
                Instant.now());
        jobs.runAll();
        assertThat(standing(request).active()).contains("dataUnblocked");
        assertThat(issued(request)).isEmpty();
        certificates.retry(request.reference(), CertificateType.DATA_SANITIZATION, officer);
        jobs.runAll();
        assertThat(standing(request).active()).contains("dataUnblocked");
        wipe(found, Verdict.ERASED);
        if (!review.coverage(request.id()).validated()) {
            review.validate(request.id(), officer);
        }
        jobs.runAll();
        assertThat(standing(request).active()).doesNotContain("dataUnblocked");
        assertThat(issued(request)).containsExactly(CertificateType.DATA_SANITIZATION);
    }

    @Test
    void twoWorkersOnOneStepHaveOneEffect() throws Exception {
        RequestView request = submitted(screen("A"), screen("B"), server("C"));
        jobs.runAll();
        desk.accept(request.reference(), officer);
        String job = jobOf(request.id().value()).getId();
        CyclicBarrier together = new CyclicBarrier(2);
        try (ExecutorService workers = new DelegatingSecurityContextExecutorService(Executors.newFixedThreadPool(2))) {
            List<Future<Boolean>> both =
                    List.of(workers.submit(() -> worker(together, job)), workers.submit(() -> worker(together, job)));
            boolean one = both.get(0).get(60, TimeUnit.SECONDS);
            boolean other = both.get(1).get(60, TimeUnit.SECONDS);
            assertThat(one || other).isTrue();
        }
        jobs.runAll();
        assertThat(register.lot(request.id())).hasSize(3);
        assertThat(ledger.about(request.id().value()))
                .filteredOn(entry -> entry.kind().equals("LotRegistered"))
                .hasSize(1);
        assertThat(standing(request).active()).containsExactlyInAnyOrder("assetsTagged", "mediaDecided");
    }

    private boolean worker(CyclicBarrier together, String job) throws Exception {
        together.await(30, TimeUnit.SECONDS);
        try {
            engine.executeJob(job);
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    @Test
    void aClickAndAStepThatMeetNeverPassEachOtherUnseen() throws Exception {
        for (int round = 0; round < 8; round++) {
            RequestView request = submitted(screen("R" + round));
            String job = jobOf(request.id().value()).getId();
            CyclicBarrier together = new CyclicBarrier(2);
            try (ExecutorService both = new DelegatingSecurityContextExecutorService(Executors.newFixedThreadPool(2))) {
                Future<Boolean> step = both.submit(() -> worker(together, job));
                Future<?> click = both.submit(() -> {
                    together.await(30, TimeUnit.SECONDS);
                    return desk.accept(request.reference(), officer);
                });
                step.get(60, TimeUnit.SECONDS);
                click.get(60, TimeUnit.SECONDS);
            }
            jobs.runUntil(Date.from(Instant.now().plus(Duration.ofMinutes(5))));
            assertThat(standing(request).active()).containsExactly("assetsTagged");
        }
    }

    @Test
    void aStepThatFailsBecomesAnIncidentWithoutClientsWordsAndIsTriedAgain() {
        RequestView request = submitted(screen("A"));
        UUID key = request.id().value();
        Job job = jobOf(key);
        JdbcClient owner = TestDatabase.owner(settings);
        owner.sql("alter table paper rename to paper_elsewhere").update();
        try {
            for (int attempt = 1; attempt <= 3; attempt++) {
                assertThat(standing(request).stuck()).isEmpty();
                assertThatThrownBy(() -> engine.executeJob(job.getId())).isInstanceOf(RuntimeException.class);
            }
        } finally {
            owner.sql("alter table paper_elsewhere rename to paper").update();
        }
        assertThat(standing(request).stuck()).containsExactly("issueRequestCopy");
        FlowView.Incident incident = flow.incidents().stream()
                .filter(each -> each.subject().equals(key))
                .findFirst()
                .orElseThrow();
        assertThat(incident.step()).isEqualTo("issueRequestCopy");
        assertThat(incident.diagram()).isEqualTo("decommissioning");
        assertThat(incident.cause()).isNotBlank().doesNotContain(mark).doesNotContain("select");
        assertThat(flow.retry(incident.id())).isTrue();
        assertThat(flow.retry(incident.id())).isFalse();
        jobs.runAll();
        assertThat(standing(request).stuck()).isEmpty();
        assertThat(standing(request).active()).containsExactly("reviewRequest");
    }

    @Test
    void aLateReviewIsRemindedOfThenEscalatedUntilItIsDone() {
        RequestView request = submitted(screen("A"));
        jobs.runAll();
        List<Job> timers = engine.createJobQuery()
                .processInstanceId(
                        cases.find(request.id().value()).orElseThrow().instance())
                .timers()
                .orderByJobDuedate()
                .asc()
                .list();
        assertThat(timers).hasSize(2).allMatch(timer -> timer.getDuedate().after(new Date()));
        jobs.runUntil(timers.getFirst().getDuedate());
        assertThat(overdue(request)).containsExactly("{\"escalated\":false,\"work\":\"reviewRequest\"}");
        jobs.runUntil(timers.getLast().getDuedate());
        assertThat(overdue(request)).hasSize(2);
        assertThat(kinds(officer)).contains("lateReviewRequest " + request.reference());
        assertThat(standing(request).active()).containsExactly("reviewRequest");
        desk.accept(request.reference(), officer);
        assertThat(kinds(officer)).doesNotContain("lateReviewRequest " + request.reference());
    }

    private List<String> overdue(RequestView request) {
        return ledger.about(request.id().value()).stream()
                .filter(entry -> entry.kind().equals("WorkOverdue"))
                .map(entry -> entry.facts().replace(" ", ""))
                .toList();
    }

    private Job jobOf(UUID subject) {
        return engine.createJobQuery()
                .processInstanceId(cases.find(subject).orElseThrow().instance())
                .messages()
                .singleResult();
    }

    private List<String> kinds(Actor actor) {
        return work.of(actor).stream()
                .map((WorkItem item) -> item.kind() + " " + item.reference())
                .toList();
    }

    private List<CertificateType> issued(RequestView request) {
        return vault.ofRequest(request.id()).stream()
                .map(certificate -> certificate.type())
                .distinct()
                .toList();
    }
}
