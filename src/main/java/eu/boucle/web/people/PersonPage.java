package eu.boucle.web.people;

import eu.boucle.identity.Actor;
import eu.boucle.identity.ApiTokens;
import eu.boucle.identity.OneTimeLinks;
import eu.boucle.identity.OneTimeLinks.Sent;
import eu.boucle.identity.People;
import eu.boucle.identity.PeopleList;
import eu.boucle.identity.PersonView;
import eu.boucle.identity.Role;
import eu.boucle.identity.SecondFactors;
import eu.boucle.identity.SignInLog;
import eu.boucle.shared.Refusal;
import eu.boucle.web.Notice;
import eu.boucle.web.RefusalSentences;
import eu.boucle.web.security.Allowed;
import eu.boucle.web.security.OpenSessions;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One person: rights, links, what can be ended or reset, tokens by name, and what happened to the account. */
@Controller
@Allowed(Role.ADMIN)
class PersonPage {

    private static final int SIGN_INS = 5;

    private final People people;
    private final PeopleList list;
    private final SecondFactors factors;
    private final ApiTokens tokens;
    private final OpenSessions sessions;
    private final SignInLog signIns;
    private final AccountHistory history;
    private final OneTimeLinks links;
    private final RefusalSentences sentences;

    PersonPage(
            People people,
            PeopleList list,
            SecondFactors factors,
            ApiTokens tokens,
            OpenSessions sessions,
            SignInLog signIns,
            AccountHistory history,
            OneTimeLinks links,
            RefusalSentences sentences) {
        this.people = people;
        this.list = list;
        this.factors = factors;
        this.tokens = tokens;
        this.sessions = sessions;
        this.signIns = signIns;
        this.history = history;
        this.links = links;
        this.sentences = sentences;
    }

    @GetMapping("/people/{id}")
    String show(@PathVariable UUID id, Actor actor, Model model) {
        PersonView person = list.person(id, actor);
        return show(
                person,
                new RightsForm(
                        person.email(),
                        person.name(),
                        new HashSet<>(person.roles()),
                        person.organisations().stream()
                                .map(membership -> membership.id().value())
                                .collect(Collectors.toSet()),
                        person.language()),
                actor,
                model);
    }

    private String show(PersonView person, RightsForm form, Actor actor, Model model) {
        model.addAttribute("person", person);
        model.addAttribute("self", person.id().equals(actor.person()));
        model.addAttribute("form", form);
        model.addAttribute("roles", Role.values());
        model.addAttribute("organisations", list.organisations(actor));
        model.addAttribute("mails", links.mails());
        model.addAttribute("tokens", tokens.of(person.id(), actor));
        model.addAttribute(
                "signIns",
                signIns.page(person.id(), null, null, SIGN_INS, actor).items());
        model.addAttribute("history", history.of(person.id()));
        return "people/person";
    }

    @PostMapping("/people/{id}/roles")
    String roles(
            @PathVariable UUID id,
            RightsForm form,
            Actor actor,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            people.changeRights(id, form.givenRoles(), form.givenOrganisations(), actor);
            return back(id, "person.rights.changed", redirect);
        } catch (Refusal refused) {
            PersonView person = list.person(id, actor);
            response.setStatus(RefusalSentences.status(refused).value());
            model.addAttribute("problems", sentences.forForm(refused));
            return show(person, form, actor, model);
        }
    }

    @PostMapping("/people/{id}/invite")
    String invite(@PathVariable UUID id, Actor actor, RedirectAttributes redirect) {
        tell(people.sendLink(id, actor), redirect);
        return "redirect:/people/" + id;
    }

    @PostMapping("/people/{id}/disable")
    String disable(@PathVariable UUID id, Actor actor, RedirectAttributes redirect) {
        people.disable(id, actor);
        return back(id, "person.disabled", redirect);
    }

    @PostMapping("/people/{id}/enable")
    String enable(@PathVariable UUID id, Actor actor, RedirectAttributes redirect) {
        people.enable(id, actor);
        return back(id, "person.enabled", redirect);
    }

    @PostMapping("/people/{id}/reset-second-factor")
    String resetSecondFactor(@PathVariable UUID id, Actor actor, RedirectAttributes redirect) {
        factors.reset(id, actor);
        return back(id, "person.factor.reset", redirect);
    }

    @PostMapping("/people/{id}/sign-out")
    String signOut(@PathVariable UUID id, Actor actor, RedirectAttributes redirect) {
        sessions.endAll(id, actor);
        return back(id, "person.signedOut", redirect);
    }

    @PostMapping("/people/{id}/tokens/{token}/revoke")
    String revoke(@PathVariable UUID id, @PathVariable UUID token, Actor actor, RedirectAttributes redirect) {
        tokens.revoke(token, id, actor);
        return back(id, "token.revoked", redirect);
    }

    /** Without mail the link is shown on the next page, once. */
    static void tell(Sent sent, RedirectAttributes redirect) {
        if (sent.address() == null) {
            Notice.done("person.link.sent", sent.email()).on(redirect);
        } else {
            redirect.addFlashAttribute("link", sent.address());
            redirect.addFlashAttribute("linkExpires", sent.expires());
        }
    }

    private static String back(UUID id, String message, RedirectAttributes redirect) {
        Notice.done(message).on(redirect);
        return "redirect:/people/" + id;
    }
}
