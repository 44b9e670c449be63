package eu.boucle.web.diagram;

import eu.boucle.decommissioning.RequestDesk;
import eu.boucle.decommissioning.RequestView;
import eu.boucle.flow.FlowView;
import eu.boucle.flow.FlowView.Standing;
import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.shared.NotFound;
import eu.boucle.web.security.Allowed;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/** A request's live diagram, and the same as a list of steps for whoever cannot or will not see a drawing. */
@Controller
class DiagramPage {

    private final RequestDesk requests;
    private final FlowView flow;

    DiagramPage(RequestDesk requests, FlowView flow) {
        this.requests = requests;
        this.flow = flow;
    }

    @GetMapping("/requests/{reference}/diagram")
    @Allowed({Role.CLIENT, Role.WAREHOUSE, Role.COMPLIANCE})
    String page(@PathVariable String reference, Actor actor, Model model) {
        RequestView request = requests.request(reference, actor);
        model.addAttribute("reference", request.reference());
        model.addAttribute("standing", flow.standing(request.id().value()).orElse(null));
        return "diagram/request";
    }

    @GetMapping(path = "/requests/{reference}/diagram/source", produces = MediaType.APPLICATION_JSON_VALUE)
    @Allowed({Role.CLIENT, Role.WAREHOUSE, Role.COMPLIANCE})
    @ResponseBody
    Source source(@PathVariable String reference, Actor actor) {
        RequestView request = requests.request(reference, actor);
        Standing standing = flow.standing(request.id().value()).orElseThrow(NotFound::new);
        String xml = flow.diagram(standing.diagram()).orElseThrow(NotFound::new);
        return new Source(xml, standing.active(), standing.passed(), standing.stuck());
    }

    /** What the viewer draws. */
    record Source(String xml, List<String> active, List<String> passed, List<String> stuck) {}
}
