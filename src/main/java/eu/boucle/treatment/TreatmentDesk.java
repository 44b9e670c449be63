package eu.boucle.treatment;

import eu.boucle.asset.AssetId;
import eu.boucle.asset.AssetRegister;
import eu.boucle.asset.AssetState;
import eu.boucle.asset.AssetView;
import eu.boucle.asset.Outcome;
import eu.boucle.identity.Actor;
import eu.boucle.identity.HostSettings;
import eu.boucle.identity.Role;
import eu.boucle.identity.Setting;
import eu.boucle.pickup.RunDesk;
import eu.boucle.pickup.RunStatus;
import eu.boucle.pickup.RunView;
import eu.boucle.scancode.AssetTag;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.NotFound;
import eu.boucle.shared.Problem;
import eu.boucle.shared.Reason;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.RunId;
import eu.boucle.shared.StateForbids;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What became of the equipment, as the partner reports it by run. */
@Service
@Transactional
public class TreatmentDesk {

    private static final int LONGEST_METHOD = 300;

    private final RunDesk runs;
    private final AssetRegister assets;
    private final TreatmentReports reports;
    private final Outcomes outcomes;
    private final Operations operations;
    private final FractionCheck check;
    private final RequestSettling settling;
    private final TreatmentCorrections corrections;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final ZoneId zone;
    private final HostSettings settings;

    TreatmentDesk(
            RunDesk runs,
            AssetRegister assets,
            TreatmentReports reports,
            Outcomes outcomes,
            Operations operations,
            FractionCheck check,
            RequestSettling settling,
            TreatmentCorrections corrections,
            ApplicationEventPublisher events,
            Clock clock,
            @Value("${boucle.zone:Europe/Paris}") String zone,
            HostSettings settings) {
        this.runs = runs;
        this.assets = assets;
        this.reports = reports;
        this.outcomes = outcomes;
        this.operations = operations;
        this.check = check;
        this.settling = settling;
        this.corrections = corrections;
        this.events = events;
        this.clock = clock;
        this.zone = ZoneId.of(zone);
        this.settings = settings;
    }

    /**
     * PARTNER, own run, WEIGHED_IN or later; a second report replaces the fractions of the first as a new version, while
     * assets keep the outcome they have. Outcomes move the assets, the run becomes TREATED when balanced, its requests
     * when nothing is left open. Once a request of the run is closed, its certificates rest on the first report: then the
     * second one needs a reason and waits for the officer.
     *
     * @throws Invalid {@code OPERATION_UNKNOWN}, {@code MODE_NOT_ALLOWED}, {@code TAG_NOT_RECEIVED}, {@code
     *     CORRECTION_REASON_MISSING} by path
     * @throws StateForbids {@code RUN_NOT_WEIGHED_IN}, {@code CHANGED_MEANWHILE}
     */
    public TreatmentView report(String runReference, ReportTreatment command, Actor by) {
        by.require(Role.PARTNER);
        RunView run = runs.run(runReference, by);
        if (run.status() != RunStatus.WEIGHED_IN && run.status() != RunStatus.TREATED) {
            throw new StateForbids("RUN_NOT_WEIGHED_IN", run.reference());
        }
        Instant at = clock.instant();
        List<Problem> problems = new ArrayList<>();
        List<FractionLine> fractions = check.check(command.fractions(), command.treatedAt(), problems);
        day(command.treatedAt(), run, at, problems);
        method(command.method(), problems);
        Map<AssetView, Outcome> settled = newOutcomes(run, command, problems);
        boolean certified = inForce(run.id()).isPresent() && corrections.certified(run);
        if (certified && command.reason().strip().length() < 3) {
            problems.add(new Problem("reason", "CORRECTION_REASON_MISSING", command.reason()));
        }
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
        int number = reports.findFirstByRunIdOrderByNumberDesc(run.id().value())
                .map(last -> last.number() + 1)
                .orElse(1);
        corrections.giveWay(run.id());
        TreatmentReport report = keep(new TreatmentReport(
                run.id(),
                number,
                run.partnerSite().partner().value(),
                command.treatedAt(),
                command.method().strip(),
                MassBalance.of(run, fractions, tolerancePercent()),
                fractions,
                certified ? Reason.of(command.reason()) : null,
                by.person(),
                at));
        move(run, settled, by, at);
        if (certified) {
            events.publishEvent(
                    new CorrectionProposed(run.id(), number, requestsOf(run), by.stamp(report.partner(), at)));
            return view(report, outcomes.of(run.id()));
        }
        events.publishEvent(new TreatmentReported(
                run.id(),
                number,
                report.balanced(),
                report.allFinal(),
                requestsOf(run),
                by.stamp(report.partner(), at)));
        checkMassBalance(run.id(), by);
        return view(report, outcomes.of(run.id()));
    }

    /** The CSV template {@code kind;weightKg;operation;mode;wasteCode;destination;basis} read as fractions. */
    public List<ReportTreatment.Fraction> readCsv(byte[] bytes) {
        return FractionCsv.read(bytes);
    }

    /** COMPLIANCE accepts masses out of tolerance, with a reason. @throws StateForbids {@code ALREADY_BALANCED} */
    public TreatmentView accept(String runReference, Reason reason, Actor by) {
        by.require(Role.COMPLIANCE);
        RunView run = runs.run(runReference, by);
        TreatmentReport report = inForce(run.id()).orElseThrow(NotFound::new);
        Instant at = clock.instant();
        report.accept(reason, by.person(), at);
        keep(report);
        events.publishEvent(new TreatmentAccepted(run.id(), requestsOf(run), by.stamp(report.partner(), at)));
        checkMassBalance(run.id(), by);
        return view(report, outcomes.of(run.id()));
    }

    /** Checks the balance and, when it holds, completes the run and its requests. Idempotent. @return whether it balances or was accepted */
    public boolean checkMassBalance(RunId run, Actor by) {
        Optional<TreatmentReport> report = inForce(run);
        if (report.isEmpty() || !report.get().balanced()) {
            return false;
        }
        runs.treated(run, by, clock.instant());
        runs.requests(run).forEach(request -> settling.settle(request.id()));
        return true;
    }

    @Transactional(readOnly = true)
    public Optional<TreatmentView> ofRun(RunId run) {
        return inForce(run).map(report -> view(report, outcomes.of(run)));
    }

    /** Reports of all runs of a request, oldest run first. */
    @Transactional(readOnly = true)
    public List<TreatmentView> ofRequest(RequestId request) {
        List<RunId> ids = List.copyOf(runs.standing(request).keySet());
        Map<RunId, TreatmentReport> inForce = inForce(ids);
        Map<RunId, Map<AssetId, Outcome>> became = outcomes.of(ids);
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(inForce.get(id)).stream()
                        .map(report -> view(report, became.getOrDefault(id, Map.of()))))
                .toList();
    }

    /** Every run that brought something of the request to the partner has a report and all its operations are final. */
    @Transactional(readOnly = true)
    public boolean allFinal(RequestId request) {
        List<RunView> all = runs.ofRequest(request);
        List<RunId> ids = all.stream().map(RunView::id).toList();
        Map<RunId, Map<AssetId, Outcome>> became = outcomes.of(ids);
        List<RunView> carried = all.stream()
                .filter(run -> run.status() != RunStatus.CANCELLED)
                .filter(run -> run.manifest().stream()
                        .filter(line -> line.request().equals(request))
                        .anyMatch(line -> line.received() == null
                                || "RECEIVED".equals(line.received())
                                || became.getOrDefault(run.id(), Map.of()).containsKey(line.asset())))
                .toList();
        Map<RunId, TreatmentReport> inForce = inForce(ids);
        return carried.stream().allMatch(run -> {
            TreatmentReport report = inForce.get(run.id());
            return report != null && report.allFinal();
        });
    }

    /** What the fractions of a run must add up to: what the scale showed, less what was refused. */
    public BigDecimal toTreatKg(RunView run) {
        return MassBalance.of(run, List.of(), tolerancePercent()).inKg();
    }

    /** How far in and out may differ, in percent of what came in. */
    public BigDecimal tolerancePercent() {
        return settings.percent(Setting.MASS_BALANCE_TOLERANCE);
    }

    /** Kilograms as people write them: {@code 12,5}, {@code 1 250.25}. Empty when they cannot be read. */
    public static Optional<BigDecimal> kilograms(String text) {
        return FractionCsv.weight(text);
    }

    public Optional<Operation> operation(String code) {
        return operations.byCode(code, today());
    }

    public List<Operation> operations() {
        return operations.all(today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    private TreatmentReport keep(TreatmentReport report) {
        try {
            return reports.saveAndFlush(report);
        } catch (DataIntegrityViolationException | ObjectOptimisticLockingFailureException e) {
            throw new StateForbids("CHANGED_MEANWHILE");
        }
    }

    private Optional<TreatmentReport> inForce(RunId run) {
        return reports.findFirstByRunIdAndStandingOrderByNumberDesc(run.value(), ReportStanding.IN_FORCE);
    }

    private Map<RunId, TreatmentReport> inForce(List<RunId> runIds) {
        Map<RunId, TreatmentReport> last = new HashMap<>();
        if (!runIds.isEmpty()) {
            reports.findByRunIdInAndStandingOrderByNumber(
                            runIds.stream().map(RunId::value).toList(), ReportStanding.IN_FORCE)
                    .forEach(report -> last.put(report.run(), report));
        }
        return last;
    }

    /**
     * Assets that the partner holds and that have no outcome yet: RECEIVED, or HANDED_OVER, which after the weigh-in are
     * those first reported missing and found again.
     */
    private Map<AssetView, Outcome> newOutcomes(RunView run, ReportTreatment command, List<Problem> problems) {
        Map<AssetTag, AssetView> held = new LinkedHashMap<>();
        assets.onRun(run.id()).stream()
                .filter(asset -> asset.state() == AssetState.RECEIVED || asset.state() == AssetState.HANDED_OVER)
                .forEach(asset -> held.put(asset.tag(), asset));
        Map<AssetId, Outcome> before = outcomes.of(run.id());
        Map<AssetTag, AssetId> manifest = new HashMap<>();
        run.manifest().forEach(line -> manifest.put(line.tag(), line.asset()));
        int i = 0;
        for (Map.Entry<AssetTag, Outcome> exception : command.exceptions().entrySet()) {
            AssetTag tag = exception.getKey();
            String path = "assets/" + i++ + "/";
            AssetId asset = manifest.get(tag);
            Outcome settled = asset == null ? null : before.get(asset);
            if (settled != null && settled != exception.getValue()) {
                problems.add(new Problem(path + "outcome", "OUTCOME_SETTLED", tag.value(), List.of(settled.name())));
            } else if (settled == null && !held.containsKey(tag)) {
                problems.add(new Problem(path + "tag", "TAG_NOT_RECEIVED", tag.value()));
            }
        }
        Map<AssetView, Outcome> settled = new LinkedHashMap<>();
        held.forEach((tag, asset) -> {
            if (!before.containsKey(asset.id())) {
                settled.put(asset, command.exceptions().getOrDefault(tag, command.outcome()));
            }
        });
        return settled;
    }

    private void move(RunView run, Map<AssetView, Outcome> settled, Actor by, Instant at) {
        if (settled.isEmpty()) {
            return;
        }
        List<AssetId> foundAgain = settled.keySet().stream()
                .filter(asset -> asset.state() == AssetState.HANDED_OVER)
                .map(AssetView::id)
                .toList();
        if (!foundAgain.isEmpty()) {
            assets.received(run.id(), foundAgain, by, at);
        }
        outcomes.keep(run.id(), settled);
        Map<AssetId, Outcome> moves = new LinkedHashMap<>();
        settled.forEach((asset, outcome) -> moves.put(asset.id(), outcome));
        assets.treated(moves, by, at);
    }

    private void day(LocalDate treatedAt, RunView run, Instant now, List<Problem> problems) {
        if (treatedAt.isAfter(LocalDate.ofInstant(now, zone))) {
            problems.add(new Problem("treatedAt", "DATE_IN_FUTURE", treatedAt.toString()));
        }
        Instant received = run.receivedAt();
        if (received != null && treatedAt.isBefore(LocalDate.ofInstant(received, zone))) {
            problems.add(new Problem(
                    "treatedAt",
                    "TREATED_BEFORE_RECEPTION",
                    treatedAt.toString(),
                    List.of(LocalDate.ofInstant(received, zone).toString())));
        }
    }

    private static void method(String method, List<Problem> problems) {
        if (method.isBlank()) {
            problems.add(new Problem("method", "METHOD_MISSING", method));
        } else if (method.strip().length() > LONGEST_METHOD) {
            problems.add(new Problem("method", "TEXT_TOO_LONG", method, List.of(LONGEST_METHOD)));
        }
    }

    private static List<RequestId> requestsOf(RunView run) {
        return run.requests().stream().map(RunView.RunRequest::id).toList();
    }

    static TreatmentView view(TreatmentReport report, Map<AssetId, Outcome> outcomes) {
        List<TreatmentView.Line> lines =
                report.fractions().stream().map(FractionLine::line).toList();
        return new TreatmentView(
                report.run(),
                report.number(),
                report.treatedAt(),
                report.method(),
                lines,
                outcomes,
                report.inKg(),
                report.outKg(),
                report.balanced(),
                lines.stream()
                        .filter(line -> !line.finalOperation())
                        .map(TreatmentView.Line::weightKg)
                        .reduce(BigDecimal.ZERO, BigDecimal::add),
                report.reportedAt(),
                report.reportedBy(),
                report.acceptedReason(),
                report.standing(),
                report.correctionReason(),
                report.ruledReason());
    }
}
