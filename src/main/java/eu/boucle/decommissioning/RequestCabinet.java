package eu.boucle.decommissioning;

import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.identity.Scope;
import eu.boucle.shared.DomainEvent;
import eu.boucle.shared.NotFound;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.StateForbids;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds a request with its lines, keeps it, and says what happened, in that order. */
@Component
class RequestCabinet {

    private final Requests requests;
    private final RequestLines lines;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RequestCabinet(
            Requests requests, RequestLines lines, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.requests = requests;
        this.lines = lines;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** @throws NotFound also for another client's */
    DecommissioningRequest find(String reference, Actor by) {
        Scope scope = by.scope();
        return requests.seen(
                        reference.strip().toUpperCase(Locale.ROOT),
                        scope.all(),
                        by.is(Role.COMPLIANCE),
                        scope.organisations())
                .orElseThrow(NotFound::new);
    }

    DecommissioningRequest find(RequestId id) {
        return requests.findById(id.value()).orElseThrow(NotFound::new);
    }

    RequestView view(DecommissioningRequest request) {
        return request.view(lines(request));
    }

    List<RequestLine> lines(DecommissioningRequest request) {
        return lines.of(request.requestId());
    }

    void keepNew(DecommissioningRequest request, List<RequestLine> said) {
        keep(request);
        lines.write(request.requestId(), request.organisation(), said);
    }

    void keep(DecommissioningRequest request, List<RequestLine> said) {
        keep(request);
        lines.replace(request.requestId(), request.organisation(), said);
    }

    /** @throws StateForbids {@code CHANGED_MEANWHILE} when somebody else changed it in this moment */
    void keep(DecommissioningRequest request) {
        try {
            requests.saveAndFlush(request);
        } catch (OptimisticLockingFailureException e) {
            throw new StateForbids("CHANGED_MEANWHILE", request.reference());
        }
    }

    /** @throws StateForbids {@code ALREADY_DECIDED}, with what the other one decided in this moment */
    void keepDecision(DecommissioningRequest request) {
        try {
            requests.saveAndFlush(request);
        } catch (OptimisticLockingFailureException e) {
            throw new StateForbids("ALREADY_DECIDED", request.reference(), present(request));
        }
    }

    private RequestStatus present(DecommissioningRequest request) {
        return status(request.requestId());
    }

    /** As the database has it, whatever this transaction read before. */
    RequestStatus status(RequestId id) {
        return jdbc.sql("select status from decommissioning_request where id = ?")
                .param(id.value())
                .query((row, number) -> RequestStatus.valueOf(row.getString(1)))
                .optional()
                .orElseThrow(NotFound::new);
    }

    void tell(DomainEvent happened) {
        events.publishEvent(happened);
    }
}
