package eu.boucle.pickup;

import eu.boucle.identity.Actor;
import eu.boucle.identity.Scope;
import eu.boucle.shared.DomainEvent;
import eu.boucle.shared.NotFound;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.RunId;
import eu.boucle.shared.StateForbids;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Where runs are kept: found by who may see them, saved, shown, and told of. */
@Component
class RunCabinet {

    private final Runs runs;
    private final RunRows rows;
    private final PartnerSites sites;
    private final RunHistory history;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final ZoneId zone;

    RunCabinet(
            Runs runs,
            RunRows rows,
            PartnerSites sites,
            RunHistory history,
            ApplicationEventPublisher events,
            Clock clock,
            @Value("${boucle.zone}") ZoneId zone) {
        this.runs = runs;
        this.rows = rows;
        this.sites = sites;
        this.history = history;
        this.events = events;
        this.clock = clock;
        this.zone = zone;
    }

    Instant now() {
        return clock.instant();
    }

    /** The day on the host's calendar. */
    LocalDate today() {
        return LocalDate.now(clock.withZone(zone));
    }

    LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    /** @throws NotFound also for one that is not the actor's to see */
    Run find(String reference, Actor by) {
        Scope scope = by.partnerScope();
        return runs.seen(reference.strip().toUpperCase(Locale.ROOT), scope.all(), scope.organisations())
                .orElseThrow(NotFound::new);
    }

    Run find(RunId id) {
        return runs.findById(id.value()).orElseThrow(NotFound::new);
    }

    /** @throws StateForbids {@code CHANGED_MEANWHILE} when somebody else changed it in this moment */
    void keep(Run run) {
        try {
            runs.saveAndFlush(run);
        } catch (OptimisticLockingFailureException e) {
            throw new StateForbids("CHANGED_MEANWHILE", run.reference());
        }
    }

    /** Tells everybody of an event of a run, and writes its line. */
    void tell(DomainEvent happened) {
        tell(happened, "");
    }

    /** @param note the reason given, for the run's history; events carry none */
    void tell(DomainEvent happened, String note) {
        history.write(happened, note);
        events.publishEvent(happened);
    }

    PartnerSite site(Run run) {
        return sites.site(run.site()).orElseThrow(NotFound::new);
    }

    List<RequestId> requests(Run run) {
        return rows.requests(run.runId()).stream().map(RunView.RunRequest::id).toList();
    }

    /** Manifest, slips and handover come after the loading. */
    RunView view(Run run) {
        RunId id = run.runId();
        PartnerSite now = site(run);
        if (!run.loadingClosed()) {
            return run.view(now, rows.requests(id), List.of(), List.of(), null);
        }
        Optional<RunRows.Departed> departed = rows.handover(id);
        return run.view(
                departed.flatMap(left -> Optional.ofNullable(left.site()))
                        .map(site -> site.then(now))
                        .orElse(now),
                rows.requests(id),
                rows.manifest(id),
                rows.slips(id),
                departed.map(RunRows.Departed::handover).orElse(null));
    }
}
