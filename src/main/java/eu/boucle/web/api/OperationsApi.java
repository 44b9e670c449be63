package eu.boucle.web.api;

import eu.boucle.flow.FlowView;
import eu.boucle.identity.Role;
import eu.boucle.notification.Outbox;
import eu.boucle.shared.NotFound;
import eu.boucle.web.operations.OperationsView;
import eu.boucle.web.security.Allowed;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What runs and what is stuck, for administrators: ids only, no data of a client. */
@RestController
@RequestMapping("/api/v1")
class OperationsApi {

    private final FlowView flow;
    private final OperationsView operations;
    private final Outbox outbox;

    OperationsApi(FlowView flow, OperationsView operations, Outbox outbox) {
        this.flow = flow;
        this.operations = operations;
        this.outbox = outbox;
    }

    @GetMapping("/operations")
    @Allowed(Role.ADMIN)
    OperationsView.State operations() {
        return operations.state();
    }

    @GetMapping("/operations/incidents")
    @Allowed(Role.ADMIN)
    List<IncidentJson> incidents() {
        return flow.incidents().stream()
                .map(i -> new IncidentJson(i.id(), i.diagram(), i.subject(), i.step(), i.since(), i.cause()))
                .toList();
    }

    @PostMapping("/operations/incidents/{id}/retry")
    @Allowed(Role.ADMIN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void retry(@PathVariable String id) {
        if (!flow.retry(id)) {
            throw new NotFound();
        }
    }

    /** Letters that were given up, the last ones first. */
    @GetMapping("/operations/letters")
    @Allowed(Role.ADMIN)
    List<Outbox.GivenUp> letters() {
        return outbox.givenUp();
    }

    @PostMapping("/operations/letters/{id}/retry")
    @Allowed(Role.ADMIN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void retryLetter(@PathVariable UUID id) {
        if (!outbox.retry(id)) {
            throw new NotFound();
        }
    }

    record IncidentJson(
            String id,
            String diagram,
            UUID subject,
            String step,
            Instant since,
            @Nullable String cause) {}
}
