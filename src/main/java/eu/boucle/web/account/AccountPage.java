package eu.boucle.web.account;

import eu.boucle.identity.AccountView;
import eu.boucle.identity.Accounts;
import eu.boucle.identity.Actor;
import eu.boucle.identity.Language;
import eu.boucle.identity.OneTimeLinks;
import eu.boucle.identity.SecondFactors;
import eu.boucle.identity.SignInLog;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.NotFound;
import eu.boucle.web.Notice;
import eu.boucle.web.security.Allowed;
import eu.boucle.web.security.Entrance;
import eu.boucle.web.security.OpenSessions;
import eu.boucle.web.security.SignInGate;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who one is here, and where one is signed in. */
@Controller
@Allowed
class AccountPage {

    private static final String PAGE = "redirect:/account";

    private final Accounts accounts;
    private final SecondFactors factors;
    private final OpenSessions sessions;
    private final SignInLog signIns;
    private final SignInGate gate;
    private final Entrance entrance;
    private final OneTimeLinks links;

    AccountPage(
            Accounts accounts,
            SecondFactors factors,
            OpenSessions sessions,
            SignInLog signIns,
            SignInGate gate,
            Entrance entrance,
            OneTimeLinks links) {
        this.accounts = accounts;
        this.factors = factors;
        this.sessions = sessions;
        this.signIns = signIns;
        this.gate = gate;
        this.entrance = entrance;
        this.links = links;
    }

    @GetMapping("/account")
    String show(Actor actor, HttpServletRequest request, Model model) {
        AccountView account = account(actor);
        model.addAttribute("account", account);
        model.addAttribute("languages", Language.values());
        model.addAttribute("shortest", Accounts.SHORTEST_PASSWORD);
        model.addAttribute("secondFactor", factors.has(account.person()));
        model.addAttribute("sessions", sessions.own(actor, request));
        model.addAttribute("signIns", signIns.own(actor));
        model.addAttribute("keptDays", signIns.keptFor().toDays());
        model.addAttribute("letters", links.mails());
        model.addAttribute("told", accounts.toldByMail(actor));
        return "account/account";
    }

    @PostMapping("/account")
    String describe(
            @RequestParam(defaultValue = "") String name,
            @RequestParam Language language,
            Actor actor,
            RedirectAttributes redirect) {
        accounts.describe(name, language, actor);
        Notice.done("account.saved").on(redirect);
        return PAGE;
    }

    @PostMapping("/account/letters")
    String letters(@RequestParam boolean wanted, Actor actor, RedirectAttributes redirect) {
        accounts.tellByMail(wanted, actor);
        Notice.done(wanted ? "account.letters.asked" : "account.letters.declined")
                .on(redirect);
        return PAGE;
    }

    @PostMapping("/account/password")
    String password(
            @RequestParam(name = "current-password", defaultValue = "") String present,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (!password.equals(again)) {
            throw Invalid.field("again", "PASSWORDS_DIFFER", null);
        }
        AccountView account = account(actor);
        gate.prove(account.person(), () -> accounts.changePassword(present, password, actor));
        entrance.renew(account(actor), request, response);
        Notice.done("account.password.changed").on(redirect);
        return PAGE;
    }

    @PostMapping("/account/sessions/{handle}/end")
    String end(@PathVariable String handle, Actor actor, RedirectAttributes redirect) {
        sessions.end(handle, actor);
        Notice.done("account.session.ended").on(redirect);
        return PAGE;
    }

    @PostMapping("/account/sessions/end-others")
    String endOthers(Actor actor, HttpServletRequest request, RedirectAttributes redirect) {
        sessions.endOthers(actor, request);
        Notice.done("account.sessions.ended").on(redirect);
        return PAGE;
    }

    private AccountView account(Actor actor) {
        return Optional.ofNullable(actor.person()).flatMap(accounts::byPerson).orElseThrow(NotFound::new);
    }
}
