package eu.boucle.web.home;

import eu.boucle.flow.WorkItem;
import eu.boucle.flow.WorkList;
import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.web.WorkLinks;
import eu.boucle.web.security.Allowed;
import eu.boucle.web.setup.GuidedStart;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What waits for whoever signed in. */
@Controller
class HomePage {

    private static final int SHOWN = 40;

    private final WorkList work;
    private final WorkLinks links;
    private final Figures figures;
    private final GuidedStart start;

    HomePage(WorkList work, WorkLinks links, Figures figures, GuidedStart start) {
        this.start = start;
        this.work = work;
        this.links = links;
        this.figures = figures;
    }

    @GetMapping("/")
    @Allowed
    String home(@RequestParam(required = false) @Nullable String all, Actor actor, Model model) {
        List<WorkItem> items = work.of(actor);
        List<Waiting> shown = items.stream()
                .limit(all == null ? SHOWN : items.size())
                .map(this::waiting)
                .toList();
        model.addAttribute("count", items.size());
        model.addAttribute("work", shown);
        model.addAttribute("hidden", items.size() - shown.size());
        model.addAttribute("figures", figures.of(actor));
        model.addAttribute("client", actor.is(Role.CLIENT));
        model.addAttribute("start", start.standing(actor));
        return "home/home";
    }

    private Waiting waiting(WorkItem item) {
        List<Object> arguments = new ArrayList<>(item.arguments());
        arguments.addFirst(item.reference());
        return new Waiting("work." + item.kind(), arguments.toArray(), links.to(item), item.since(), item.due());
    }

    /** @param key of its sentence */
    record Waiting(
            String key,
            Object[] arguments,
            String href,
            Instant since,
            @Nullable Instant due) {}
}
