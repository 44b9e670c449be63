package eu.boucle.web.decision;

import eu.boucle.flow.DecisionTables;
import eu.boucle.identity.Role;
import eu.boucle.web.security.Allowed;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How a category, a waste code or a sufficient technique is found: the rules and their sources. */
@Controller
@Allowed(Role.COMPLIANCE)
class DecisionPage {

    private final DecisionTables decisions;

    DecisionPage(DecisionTables decisions) {
        this.decisions = decisions;
    }

    @GetMapping("/decision-tables")
    String page(Model model) {
        model.addAttribute("files", decisions.files());
        return "decision/tables";
    }
}
