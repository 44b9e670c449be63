package eu.boucle.web.run;

import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.pickup.RunDesk;
import eu.boucle.pickup.RunStatus;
import eu.boucle.web.security.Allowed;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The runs: all of them for staff, its own for a partner. */
@Controller
@Allowed({Role.WAREHOUSE, Role.COMPLIANCE, Role.PARTNER})
class RunListPage {

    private static final int ROWS = 50;

    private final RunDesk desk;

    RunListPage(RunDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/runs")
    String list(
            @RequestParam(required = false) @Nullable Set<RunStatus> status,
            @RequestParam(required = false) @Nullable String after,
            Actor actor,
            Model model) {
        Set<RunStatus> chosen = status == null || status.isEmpty() ? Set.of() : EnumSet.copyOf(status);
        model.addAttribute("slice", desk.page(chosen, after, ROWS, actor));
        Map<RunStatus, Integer> counts = desk.counts(actor);
        model.addAttribute("chosen", chosen);
        model.addAttribute("counts", counts);
        model.addAttribute("all", chosen.isEmpty());
        model.addAttribute(
                "statuses",
                statuses(actor).stream()
                        .filter(one -> counts.containsKey(one) || chosen.contains(one))
                        .toList());
        model.addAttribute("mayPlan", actor.is(Role.WAREHOUSE));
        return "run/list";
    }

    private static List<RunStatus> statuses(Actor actor) {
        return actor.isStaff()
                ? List.of(RunStatus.values())
                : List.of(
                        RunStatus.PROPOSED,
                        RunStatus.CONFIRMED,
                        RunStatus.LOADING,
                        RunStatus.CLOSED,
                        RunStatus.HANDED_OVER,
                        RunStatus.WEIGHED_IN,
                        RunStatus.TREATED);
    }
}
