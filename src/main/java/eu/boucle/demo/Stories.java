package eu.boucle.demo;

import eu.boucle.asset.AssetRegister;
import eu.boucle.asset.AssetView;
import eu.boucle.asset.DataAction;
import eu.boucle.asset.DataInstruction;
import eu.boucle.asset.DataPlace;
import eu.boucle.asset.MediumView;
import eu.boucle.asset.Outcome;
import eu.boucle.asset.SanitizationLevel;
import eu.boucle.custody.RoundMode;
import eu.boucle.custody.RoundView;
import eu.boucle.custody.ScanCommand;
import eu.boucle.custody.ScanRounds;
import eu.boucle.decommissioning.Contact;
import eu.boucle.decommissioning.RequestDesk;
import eu.boucle.decommissioning.RequestLine;
import eu.boucle.decommissioning.RequestView;
import eu.boucle.decommissioning.WriteRequest;
import eu.boucle.identity.Actor;
import eu.boucle.identity.Organisations;
import eu.boucle.pickup.Handover;
import eu.boucle.pickup.PartnerSiteId;
import eu.boucle.pickup.PlanRun;
import eu.boucle.pickup.Reception;
import eu.boucle.pickup.RunDesk;
import eu.boucle.pickup.RunView;
import eu.boucle.sanitization.EvidenceDesk;
import eu.boucle.sanitization.ManualRecord;
import eu.boucle.sanitization.SanitizationReview;
import eu.boucle.sanitization.Verdict;
import eu.boucle.shared.Period;
import eu.boucle.shared.Reason;
import eu.boucle.shared.SerialNumber;
import eu.boucle.shared.WeightBasis;
import eu.boucle.treatment.ReportTreatment;
import eu.boucle.treatment.TreatmentDesk;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The steps of the job, as the people of the demo take them: each a use case, none a shortcut. */
@Component
@Profile("demo")
class Stories {

    private final DemoPeople people;
    private final Organisations organisations;
    private final RequestDesk requests;
    private final AssetRegister register;
    private final ScanRounds rounds;
    private final EvidenceDesk evidence;
    private final SanitizationReview review;
    private final RunDesk runs;
    private final TreatmentDesk treatment;
    private final Echo echo;
    private final Clock clock;
    private final ZoneId zone;

    Stories(
            DemoPeople people,
            Organisations organisations,
            RequestDesk requests,
            AssetRegister register,
            ScanRounds rounds,
            EvidenceDesk evidence,
            SanitizationReview review,
            RunDesk runs,
            TreatmentDesk treatment,
            Echo echo,
            Clock clock,
            @Value("${boucle.zone}") ZoneId zone) {
        this.people = people;
        this.organisations = organisations;
        this.requests = requests;
        this.register = register;
        this.rounds = rounds;
        this.evidence = evidence;
        this.review = review;
        this.runs = runs;
        this.treatment = treatment;
        this.echo = echo;
        this.clock = clock;
        this.zone = zone;
    }

    RequestView asked(String client, String note, boolean submit, List<RequestLine> lines) {
        Actor actor = people.actor(client);
        RequestView request = requests.write(
                new WriteRequest(
                        null,
                        organisations.sites(actor).getFirst().id(),
                        new Contact(actor.name(), client + "@demo.example", "+33 4 72 00 12 34"),
                        window(10),
                        new DataInstruction(DataAction.ERASE, DataPlace.HERE, SanitizationLevel.CLEAR),
                        note,
                        lines),
                submit,
                actor);
        return request;
    }

    RequestView accepted(RequestView request) {
        RequestView accepted = requests.accept(request.reference(), people.actor("compliance"));
        echo.await("LotRegistered", request.id().value());
        return accepted;
    }

    void returned(RequestView request, String reason) {
        requests.giveBack(request.reference(), new Reason(reason), people.actor("compliance"));
    }

    void tagged(RequestView request) {
        Actor warehouse = people.actor("warehouse");
        RoundView round = rounds.open(
                RoundMode.TAGGING,
                request.id(),
                request.reference(),
                request.organisation().value(),
                warehouse);
        rounds.scan(
                round.id(),
                register.lot(request.id()).stream().map(this::scanWithSerial).toList(),
                warehouse);
        rounds.close(round.id(), warehouse);
    }

    private ScanCommand scanWithSerial(AssetView asset) {
        SerialNumber serial = asset.serial();
        return new ScanCommand(
                UUID.randomUUID(), asset.tag().value(), serial == null ? "" : serial.normalised(), clock.instant(), "");
    }

    /** @param most how many media are done; the rest still waits */
    void wiped(RequestView request, int most) {
        register.lot(request.id()).stream()
                .flatMap(asset -> asset.media().stream())
                .filter(medium -> !medium.decided())
                .limit(most)
                .forEach(medium -> recorded(medium, Verdict.ERASED));
    }

    void failed(RequestView request) {
        register.lot(request.id()).stream()
                .flatMap(asset -> asset.media().stream())
                .filter(medium -> !medium.decided())
                .findFirst()
                .ifPresent(medium -> recorded(medium, Verdict.FAILED));
    }

    private void recorded(MediumView medium, Verdict verdict) {
        Instant now = clock.instant();
        evidence.record(
                medium.id(),
                new ManualRecord(
                        "OVERWRITE",
                        SanitizationLevel.CLEAR,
                        "nwipe 0.42",
                        now.minus(Duration.ofHours(6)),
                        now.minus(Duration.ofMinutes(5)),
                        verdict,
                        "",
                        null),
                people.actor("warehouse"));
    }

    void validated(RequestView request) {
        review.validate(request.id(), people.actor("compliance"));
        echo.await("CertificateIssued", request.id().value());
    }

    RunView proposed(PartnerSiteId site, RequestView... from) {
        RunView run = runs.plan(
                new PlanRun(
                        site,
                        null,
                        window(6),
                        java.util.Arrays.stream(from)
                                .map(RequestView::reference)
                                .toList(),
                        List.of(),
                        new BigDecimal("0.400"),
                        true),
                people.actor("warehouse"));
        echo.await("RunProposed", run.id().value());
        return run;
    }

    void left(RunView run) {
        Actor warehouse = people.actor("warehouse");
        runs.confirm(run.reference(), people.actor("partner"));
        RoundView round = runs.openLoading(run.reference(), warehouse);
        rounds.scan(
                round.id(),
                register.onRun(run.id()).stream().map(this::scanWithSerial).toList(),
                warehouse);
        rounds.close(round.id(), warehouse);
        List<Handover.Slip> slips = runs.slipsMissing(run.id()).stream()
                .map(code -> new Handover.Slip(
                        code, "BSD-20260930-" + run.reference().substring(8)))
                .toList();
        runs.handOver(
                run.reference(),
                new Handover("Karim Lefort", "GH-482-TR", "TYPED", "Karim Lefort", List.of("S-20417"), slips),
                warehouse);
        run.requests()
                .forEach(request -> echo.await("CertificateIssued", request.id().value()));
    }

    void treated(RunView run) {
        Actor partner = people.actor("partner");
        BigDecimal weight = runs.run(run.id()).manifest().stream()
                .map(RunView.ManifestLine::estimatedKg)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        runs.receive(
                run.reference(),
                new Reception(clock.instant(), weight, true, false, List.of(), List.of(), List.of()),
                partner);
        BigDecimal metals = weight.multiply(new BigDecimal("0.7")).setScale(3, java.math.RoundingMode.HALF_UP);
        treatment.report(
                run.reference(),
                new ReportTreatment(
                        LocalDate.ofInstant(clock.instant(), zone),
                        Outcome.RECYCLED,
                        Map.of(),
                        List.of(
                                fraction(
                                        "métaux ferreux et non ferreux",
                                        metals,
                                        "R 4",
                                        "RECYCLAGE",
                                        "Affinerie du Forez"),
                                fraction(
                                        "plastiques triés",
                                        weight.subtract(metals),
                                        "R 3",
                                        "RECYCLAGE",
                                        "Compounds de l’Ain")),
                        "pesée par fraction"),
                partner);
        run.requests()
                .forEach(request -> echo.await("RequestClosed", request.id().value()));
    }

    private static ReportTreatment.Fraction fraction(
            String kind, BigDecimal weight, String operation, String mode, String destination) {
        return new ReportTreatment.Fraction(kind, weight, operation, mode, null, destination, WeightBasis.MEASURED);
    }

    private Period window(int days) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        return new Period(today.plusDays(1), today.plusDays(days));
    }
}
