package eu.boucle.web.account;

import eu.boucle.identity.Actor;
import eu.boucle.identity.SecondFactorPolicy;
import eu.boucle.identity.SecondFactors;
import eu.boucle.shared.NotFound;
import eu.boucle.web.Notice;
import eu.boucle.web.QrPicture;
import eu.boucle.web.security.Allowed;
import eu.boucle.web.security.SignInGate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own second factor: set up, recovery codes, off again. */
@Controller
@Allowed
class SecondFactorPage {

    private static final String PAGE = "redirect:/account/second-factor";

    private final SecondFactors factors;
    private final SecondFactorPolicy policy;
    private final SignInGate gate;

    SecondFactorPage(SecondFactors factors, SecondFactorPolicy policy, SignInGate gate) {
        this.factors = factors;
        this.policy = policy;
        this.gate = gate;
    }

    /** Right after setting up, the recovery codes come along, this once. */
    @GetMapping("/account/second-factor")
    String show(Actor actor, Model model) {
        UUID person = person(actor);
        boolean set = factors.has(person);
        model.addAttribute("set", set);
        model.addAttribute("required", policy.asks(actor.roles()));
        if (set) {
            model.addAttribute("left", factors.recoveryCodesLeft(person));
        } else {
            SecondFactors.SetUp setUp = factors.begin(person);
            model.addAttribute("secret", setUp.secret());
            model.addAttribute("qr", QrPicture.of(setUp.address()));
        }
        return "account/second-factor";
    }

    @PostMapping("/account/second-factor")
    String confirm(@RequestParam(defaultValue = "") String code, Actor actor, RedirectAttributes redirect) {
        redirect.addFlashAttribute("codes", factors.confirm(person(actor), code));
        return PAGE;
    }

    @PostMapping("/account/second-factor/recovery-codes")
    String renew(@RequestParam(defaultValue = "") String code, Actor actor, RedirectAttributes redirect) {
        UUID person = person(actor);
        List<String> codes = gate.prove(person, () -> factors.renewRecoveryCodes(person, code));
        redirect.addFlashAttribute("codes", codes);
        return PAGE;
    }

    @PostMapping("/account/second-factor/remove")
    String remove(@RequestParam(defaultValue = "") String code, Actor actor, RedirectAttributes redirect) {
        gate.prove(person(actor), () -> factors.remove(code, actor));
        Notice.done("account.factor.removed").on(redirect);
        return "redirect:/account";
    }

    private static UUID person(Actor actor) {
        return Optional.ofNullable(actor.person()).orElseThrow(NotFound::new);
    }
}
