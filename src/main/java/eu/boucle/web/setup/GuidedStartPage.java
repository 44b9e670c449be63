package eu.boucle.web.setup;

import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.web.security.Allowed;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first administrator is led from an empty installation to a client that can ask for a pickup. */
@Controller
@Allowed(Role.ADMIN)
class GuidedStartPage {

    private final GuidedStart start;

    GuidedStartPage(GuidedStart start) {
        this.start = start;
    }

    @GetMapping("/setup")
    String steps(Actor actor, Model model) {
        model.addAttribute("start", start.standing(actor));
        return "setup/first-start";
    }
}
