package eu.boucle.web.people;

import eu.boucle.identity.Actor;
import eu.boucle.identity.Language;
import eu.boucle.identity.OneTimeLinks;
import eu.boucle.identity.OrganisationId;
import eu.boucle.identity.People;
import eu.boucle.identity.PeopleList;
import eu.boucle.identity.PersonFilter;
import eu.boucle.identity.PersonState;
import eu.boucle.identity.Role;
import eu.boucle.shared.Refusal;
import eu.boucle.web.RefusalSentences;
import eu.boucle.web.security.Allowed;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Everybody who has an account, and inviting one more. */
@Controller
@Allowed(Role.ADMIN)
class PeoplePage {

    private static final int ROWS = 50;

    private final People people;
    private final PeopleList list;
    private final OneTimeLinks links;
    private final RefusalSentences sentences;

    PeoplePage(People people, PeopleList list, OneTimeLinks links, RefusalSentences sentences) {
        this.people = people;
        this.list = list;
        this.links = links;
        this.sentences = sentences;
    }

    @GetMapping("/people")
    String list(
            @RequestParam(required = false) @Nullable Role role,
            @RequestParam(required = false) @Nullable UUID organisation,
            @RequestParam(required = false) @Nullable PersonState state,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String after,
            Actor actor,
            Model model) {
        PersonFilter filter =
                new PersonFilter(role, organisation == null ? null : new OrganisationId(organisation), state, q);
        model.addAttribute("slice", list.page(filter, after, ROWS, actor));
        model.addAttribute("role", role);
        model.addAttribute("roles", Role.values());
        model.addAttribute("organisation", organisation);
        model.addAttribute("organisations", list.organisations(actor));
        model.addAttribute("state", state);
        model.addAttribute("states", PersonState.values());
        model.addAttribute("q", q);
        return "people/list";
    }

    /** Who comes from the first start finds the role and the organisation chosen beforehand. */
    @GetMapping("/people/new")
    String blank(RightsForm proposed, Actor actor, Model model) {
        return form(proposed.spoken(), actor, model);
    }

    @PostMapping("/people")
    String invite(
            RightsForm form, Actor actor, Model model, HttpServletResponse response, RedirectAttributes redirect) {
        try {
            People.Invited invited = people.invite(form.invitation(), actor);
            PersonPage.tell(invited.link(), redirect);
            return "redirect:/people/" + invited.person();
        } catch (Refusal refused) {
            response.setStatus(RefusalSentences.status(refused).value());
            model.addAttribute("problems", sentences.forForm(refused));
            return form(form, actor, model);
        }
    }

    private String form(RightsForm form, Actor actor, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("roles", Role.values());
        model.addAttribute("languages", Language.values());
        model.addAttribute("organisations", list.organisations(actor));
        model.addAttribute("mails", links.mails());
        return "people/new";
    }
}
