package eu.boucle.web.signin;

import eu.boucle.identity.OneTimeLinks;
import eu.boucle.shared.NotFound;
import eu.boucle.web.Notice;
import eu.boucle.web.security.Allowed;
import eu.boucle.web.security.SignInGate;
import eu.boucle.web.security.Visit;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A new password by letter, where letters are sent. The answer is the same for everybody. */
@Controller
@Allowed(anyone = true)
class ForgottenPage {

    private final OneTimeLinks links;
    private final SignInGate gate;

    ForgottenPage(OneTimeLinks links, SignInGate gate) {
        this.links = links;
        this.gate = gate;
    }

    @GetMapping("/sign-in/forgotten")
    String show() {
        onlyWithMail();
        return "sign-in/forgotten";
    }

    @PostMapping("/sign-in/forgotten")
    String ask(@RequestParam(defaultValue = "") String email, HttpServletRequest request, RedirectAttributes redirect) {
        onlyWithMail();
        if (gate.mayForget(email, Visit.of(request))) {
            links.forgotten(email);
        }
        Notice.told("signin.forgotten.asked").on(redirect);
        return "redirect:/sign-in";
    }

    private void onlyWithMail() {
        if (!links.mails()) {
            throw new NotFound();
        }
    }
}
