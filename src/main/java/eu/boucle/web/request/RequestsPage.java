package eu.boucle.web.request;

import eu.boucle.decommissioning.RequestDesk;
import eu.boucle.decommissioning.RequestFilter;
import eu.boucle.decommissioning.RequestStatus;
import eu.boucle.identity.Actor;
import eu.boucle.identity.OrganisationId;
import eu.boucle.identity.Organisations;
import eu.boucle.identity.Role;
import eu.boucle.web.security.Allowed;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The requests that a person may see, newest first. */
@Controller
@Allowed({Role.CLIENT, Role.WAREHOUSE, Role.COMPLIANCE})
class RequestsPage {

    private static final int ROWS = 50;

    private final RequestDesk desk;
    private final Organisations organisations;

    RequestsPage(RequestDesk desk, Organisations organisations) {
        this.desk = desk;
        this.organisations = organisations;
    }

    /** A filter that can be linked to. */
    public record Chip(String key, List<RequestStatus> status, int count, boolean chosen) {}

    @GetMapping("/requests")
    String list(
            @RequestParam(required = false) @Nullable Set<RequestStatus> status,
            @RequestParam(required = false) @Nullable UUID organisation,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String after,
            Actor actor,
            Model model) {
        Set<RequestStatus> chosen = status == null ? Set.of() : status;
        RequestFilter filter =
                new RequestFilter(chosen, organisation == null ? null : new OrganisationId(organisation), q);
        model.addAttribute("slice", desk.page(filter, after, ROWS, actor));
        model.addAttribute("chips", chips(desk.counts(actor), chosen));
        model.addAttribute("q", q);
        model.addAttribute("organisation", organisation);
        model.addAttribute("chosen", chosen);
        model.addAttribute("organisations", actor.isStaff() ? organisations.clients() : List.of());
        model.addAttribute("writes", actor.is(Role.CLIENT));
        model.addAttribute(
                "showsClient", actor.isStaff() || actor.organisations().size() > 1);
        model.addAttribute("filtered", !chosen.isEmpty() || organisation != null || (q != null && !q.isBlank()));
        return "request/requests";
    }

    private static List<Chip> chips(Map<RequestStatus, Integer> counts, Set<RequestStatus> chosen) {
        List<Chip> chips = new ArrayList<>();
        chips.add(chip("all", List.of(), counts, chosen));
        chips.add(chip("draft", List.of(RequestStatus.DRAFT), counts, chosen));
        chips.add(chip("toDecide", List.of(RequestStatus.SUBMITTED), counts, chosen));
        chips.add(chip("toComplete", List.of(RequestStatus.RETURNED), counts, chosen));
        chips.add(chip(
                "here",
                List.of(RequestStatus.ACCEPTED, RequestStatus.IN_PREPARATION, RequestStatus.READY),
                counts,
                chosen));
        chips.add(chip("gone", List.of(RequestStatus.HANDED_OVER, RequestStatus.TREATED), counts, chosen));
        chips.add(chip("closed", List.of(RequestStatus.CLOSED), counts, chosen));
        chips.add(chip("ended", List.of(RequestStatus.REJECTED, RequestStatus.CANCELLED), counts, chosen));
        return chips.stream()
                .filter(chip -> chip.count() > 0 || chip.chosen() || chip.key().equals("all"))
                .toList();
    }

    private static Chip chip(
            String key, List<RequestStatus> status, Map<RequestStatus, Integer> counts, Set<RequestStatus> chosen) {
        int count = (status.isEmpty() ? EnumSet.allOf(RequestStatus.class) : EnumSet.copyOf(status))
                .stream().mapToInt(one -> counts.getOrDefault(one, 0)).sum();
        return new Chip(key, status, count, chosen.equals(Set.copyOf(status)));
    }
}
