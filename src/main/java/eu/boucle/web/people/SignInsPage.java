package eu.boucle.web.people;

import eu.boucle.identity.Actor;
import eu.boucle.identity.PeopleList;
import eu.boucle.identity.Role;
import eu.boucle.identity.SignInLog;
import eu.boucle.identity.SignInOutcome;
import eu.boucle.web.security.Allowed;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The journal of sign-ins. */
@Controller
class SignInsPage {

    private static final int ROWS = 50;

    private final SignInLog signIns;
    private final PeopleList people;

    SignInsPage(SignInLog signIns, PeopleList people) {
        this.signIns = signIns;
        this.people = people;
    }

    @GetMapping("/people/sign-ins")
    @Allowed(Role.ADMIN)
    String list(
            @RequestParam(required = false) @Nullable UUID person,
            @RequestParam(required = false) @Nullable SignInOutcome outcome,
            @RequestParam(required = false) @Nullable String after,
            Actor actor,
            Model model) {
        model.addAttribute("slice", signIns.page(person, outcome, after, ROWS, actor));
        model.addAttribute("person", person == null ? null : people.person(person, actor));
        model.addAttribute("outcome", outcome);
        model.addAttribute("outcomes", SignInOutcome.values());
        model.addAttribute("keptDays", signIns.keptFor().toDays());
        return "people/sign-ins";
    }
}
