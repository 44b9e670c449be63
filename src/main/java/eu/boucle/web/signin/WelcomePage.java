package eu.boucle.web.signin;

import eu.boucle.identity.Accounts;
import eu.boucle.identity.SignInLog;
import eu.boucle.identity.SignInOutcome;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.NotFound;
import eu.boucle.web.Notice;
import eu.boucle.web.RefusalSentences;
import eu.boucle.web.security.Allowed;
import eu.boucle.web.security.Visit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Choosing a password by a one-time link. */
@Controller
@Allowed(anyone = true)
class WelcomePage {

    private final Accounts accounts;
    private final SignInLog log;
    private final RefusalSentences sentences;

    WelcomePage(Accounts accounts, SignInLog log, RefusalSentences sentences) {
        this.accounts = accounts;
        this.log = log;
        this.sentences = sentences;
    }

    @GetMapping("/welcome/{secret}")
    String show(@PathVariable String secret, Model model, HttpServletResponse response) {
        // The address holds a secret: it goes to nobody.
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (!accounts.linkIsOpen(secret)) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return "sign-in/link-over";
        }
        model.addAttribute("secret", secret);
        model.addAttribute("shortest", Accounts.SHORTEST_PASSWORD);
        return "sign-in/welcome";
    }

    @PostMapping("/welcome/{secret}")
    String choose(
            @PathVariable String secret,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            if (!password.equals(again)) {
                throw Invalid.field("again", "PASSWORDS_DIFFER", null);
            }
            Visit visit = Visit.of(request);
            log.note(
                    SignInOutcome.LINK_USED, accounts.choosePassword(secret, password), visit.address(), visit.agent());
        } catch (NotFound over) {
            return show(secret, model, response);
        } catch (Invalid invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("problems", sentences.forForm(invalid));
            String view = show(secret, model, response);
            return view;
        }
        Notice.done("welcome.chosen").on(redirect);
        return "redirect:/sign-in";
    }
}
