package eu.boucle.treatment;

import eu.boucle.decommissioning.RequestDesk;
import eu.boucle.decommissioning.RequestStatus;
import eu.boucle.flow.WorkItem;
import eu.boucle.flow.WorkSource;
import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.pickup.RunDesk;
import eu.boucle.pickup.RunStatus;
import eu.boucle.pickup.RunView;
import eu.boucle.shared.Reason;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.RunId;
import eu.boucle.shared.StateForbids;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reports corrected. Before certificates the partner's next report simply counts; after, it waits for the officer, who
 * puts it in force, and what was certified is superseded, or lets the first one stand. Every version is kept.
 */
@Service
@Transactional
public class TreatmentCorrections implements WorkSource {

    private final RunDesk runs;
    private final RequestDesk requests;
    private final TreatmentReports reports;
    private final Outcomes outcomes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TreatmentCorrections(
            RunDesk runs,
            RequestDesk requests,
            TreatmentReports reports,
            Outcomes outcomes,
            ApplicationEventPublisher events,
            Clock clock) {
        this.runs = runs;
        this.requests = requests;
        this.reports = reports;
        this.outcomes = outcomes;
        this.events = events;
        this.clock = clock;
    }

    /** Every report of a run, oldest first: staff, or the partner whose run it is. */
    @Transactional(readOnly = true)
    public List<TreatmentView> versions(String runReference, Actor by) {
        RunView run = runs.run(runReference, by);
        return reports.findByRunIdOrderByNumber(run.id().value()).stream()
                .map(report -> TreatmentDesk.view(report, Map.of()))
                .toList();
    }

    /** The correction that waits for the officer. */
    @Transactional(readOnly = true)
    public Optional<TreatmentView> waiting(RunId run) {
        return proposed(run).map(report -> TreatmentDesk.view(report, outcomes.of(run)));
    }

    /**
     * COMPLIANCE lets the correction count, masses out of tolerance included; the certificates that rest on the report
     * before are superseded with this reason.
     *
     * @throws StateForbids {@code NO_CORRECTION_WAITING}
     */
    public TreatmentView accept(String runReference, Reason reason, Actor by) {
        by.require(Role.COMPLIANCE);
        RunView run = runs.run(runReference, by);
        TreatmentReport report = required(run);
        Instant at = clock.instant();
        report.putInForce(reason, by.person(), at);
        reports.saveAndFlush(report);
        events.publishEvent(
                new TreatmentCorrected(run.id(), report.number(), ids(run), by.stamp(report.partner(), at)));
        return TreatmentDesk.view(report, outcomes.of(run.id()));
    }

    /** COMPLIANCE lets the report before stand. @throws StateForbids {@code NO_CORRECTION_WAITING} */
    public TreatmentView refuse(String runReference, Reason reason, Actor by) {
        by.require(Role.COMPLIANCE);
        RunView run = runs.run(runReference, by);
        TreatmentReport report = required(run);
        Instant at = clock.instant();
        report.refuse(reason, by.person(), at);
        reports.saveAndFlush(report);
        events.publishEvent(new CorrectionRefused(run.id(), report.number(), ids(run), by.stamp(report.partner(), at)));
        return TreatmentDesk.view(report, outcomes.of(run.id()));
    }

    /** A request of the run is closed: its final certificates rest on the report in force. */
    @Transactional(readOnly = true)
    public boolean certified(RunView run) {
        return run.status() == RunStatus.TREATED
                && run.requests().stream()
                        .anyMatch(request -> requests.request(request.id()).status() == RequestStatus.CLOSED);
    }

    /** The partner's next report takes the place of one that nobody has ruled on. */
    void giveWay(RunId run) {
        proposed(run).ifPresent(report -> {
            report.giveWay();
            reports.saveAndFlush(report);
        });
    }

    private TreatmentReport required(RunView run) {
        return proposed(run.id()).orElseThrow(() -> new StateForbids("NO_CORRECTION_WAITING", run.reference()));
    }

    private Optional<TreatmentReport> proposed(RunId run) {
        return reports.findFirstByRunIdAndStandingOrderByNumberDesc(run.value(), ReportStanding.PROPOSED);
    }

    private static List<RequestId> ids(RunView run) {
        return run.requests().stream().map(RunView.RunRequest::id).toList();
    }

    /** Corrections, and masses that do not balance on a run that was already through: its process no longer asks. */
    @Override
    @Transactional(readOnly = true)
    public List<WorkItem> waitingFor(Actor actor) {
        List<WorkItem> items = new ArrayList<>();
        if (actor.is(Role.COMPLIANCE)) {
            reports.findFirst200ByStandingOrderByReportedAt(ReportStanding.PROPOSED)
                    .forEach(report -> items.add(item("ruleCorrection", report, runs.run(report.run()))));
            reports.findFirst200ByStandingAndWithinToleranceFalseAndAcceptedAtIsNullOrderByReportedAt(
                            ReportStanding.IN_FORCE)
                    .forEach(report -> {
                        RunView run = runs.run(report.run());
                        if (run.status() == RunStatus.TREATED && last(report)) {
                            items.add(item("acceptTreatment", report, run));
                        }
                    });
        }
        return items;
    }

    private boolean last(TreatmentReport report) {
        return reports.findFirstByRunIdAndStandingOrderByNumberDesc(report.run().value(), ReportStanding.IN_FORCE)
                .filter(inForce -> inForce.number() == report.number())
                .isPresent();
    }

    private static WorkItem item(String kind, TreatmentReport report, RunView run) {
        return new WorkItem(
                kind,
                report.run().value(),
                run.reference(),
                List.of(report.number()),
                Role.COMPLIANCE,
                report.partner(),
                report.reportedAt(),
                null);
    }
}
