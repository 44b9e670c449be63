package eu.boucle.web.operations;

import eu.boucle.flow.DemoClock;
import eu.boucle.flow.FlowView;
import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.notification.Outbox;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.NotFound;
import eu.boucle.web.Notice;
import eu.boucle.web.When;
import eu.boucle.web.security.Allowed;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What runs, what is stuck and which letters did not leave, by ids only, with another try; in the demo also its clock. */
@Controller
class OperationsPage {

    /** One hour, one day, three days, a month, a quarter. */
    private static final List<String> STEPS = List.of("PT1H", "P1D", "P3D", "P30D", "P90D");

    private final FlowView flow;
    private final OperationsView operations;
    private final Outbox outbox;
    private final ObjectProvider<DemoClock> demoClock;
    private final Clock clock;
    private final When when;

    OperationsPage(
            FlowView flow,
            OperationsView operations,
            Outbox outbox,
            ObjectProvider<DemoClock> demoClock,
            Clock clock,
            When when) {
        this.flow = flow;
        this.operations = operations;
        this.outbox = outbox;
        this.demoClock = demoClock;
        this.clock = clock;
        this.when = when;
    }

    @GetMapping("/operations")
    @Allowed({Role.ADMIN, Role.COMPLIANCE})
    String page(Actor actor, Model model) {
        boolean administrator = actor.is(Role.ADMIN);
        model.addAttribute("administrator", administrator);
        model.addAttribute("state", administrator ? operations.state() : null);
        model.addAttribute("incidents", administrator ? flow.incidents() : List.of());
        model.addAttribute("givenUp", administrator ? outbox.givenUp() : List.of());
        model.addAttribute("now", clock.instant());
        model.addAttribute("steps", demoClock.getIfAvailable() == null ? List.of() : STEPS);
        return "operations/operations";
    }

    @PostMapping("/operations/incidents/{id}/retry")
    @Allowed(Role.ADMIN)
    String retry(@PathVariable String id, RedirectAttributes redirect) {
        if (flow.retry(id)) {
            Notice.done("operations.retried").on(redirect);
        } else {
            Notice.told("operations.gone").on(redirect);
        }
        return "redirect:/operations";
    }

    @PostMapping("/operations/letters/{id}/retry")
    @Allowed(Role.ADMIN)
    String retryLetter(@PathVariable UUID id, RedirectAttributes redirect) {
        if (outbox.retry(id)) {
            Notice.done("operations.letters.retried", 1).on(redirect);
        } else {
            Notice.told("operations.letters.gone").on(redirect);
        }
        return "redirect:/operations#letters";
    }

    @PostMapping("/operations/letters/retry")
    @Allowed(Role.ADMIN)
    String retryLetters(RedirectAttributes redirect) {
        Notice.done("operations.letters.retried", outbox.retryAll()).on(redirect);
        return "redirect:/operations#letters";
    }

    /** Demo profile only: elsewhere there is no such clock. */
    @PostMapping("/operations/clock")
    @Allowed({Role.ADMIN, Role.COMPLIANCE})
    String forward(@RequestParam String forward, RedirectAttributes redirect) {
        DemoClock movable = demoClock.getIfAvailable();
        if (movable == null) {
            throw new NotFound();
        }
        Notice.done("operations.clock.moved", when.dayTime(movable.forward(duration(forward))))
                .on(redirect);
        return "redirect:/operations";
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw Invalid.field("forward", "DEMO_CLOCK_WRONG", text);
        }
    }
}
