package eu.boucle.web.signin;

import eu.boucle.identity.AccountView;
import eu.boucle.identity.Actor;
import eu.boucle.identity.DemoAccounts;
import eu.boucle.identity.OneTimeLinks;
import eu.boucle.web.security.Allowed;
import eu.boucle.web.security.Entrance;
import eu.boucle.web.security.SignInGate;
import eu.boucle.web.security.SignInGate.Answer;
import eu.boucle.web.security.Visit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Coming in with e-mail and password. */
@Controller
@Allowed(anyone = true)
class SignInPage {

    private final SignInGate gate;
    private final Entrance entrance;
    private final OneTimeLinks links;
    private final ObjectProvider<DemoAccounts> demo;

    SignInPage(SignInGate gate, Entrance entrance, OneTimeLinks links, ObjectProvider<DemoAccounts> demo) {
        this.gate = gate;
        this.entrance = entrance;
        this.links = links;
        this.demo = demo;
    }

    @GetMapping("/sign-in")
    String show(@Nullable Actor actor, @RequestParam(required = false) @Nullable String out, Model model) {
        model.addAttribute("out", out != null);
        if (actor != null) {
            return "redirect:/";
        }
        return page(model, "");
    }

    @PostMapping("/sign-in")
    String enter(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return switch (gate.ask(email, password, Visit.of(request))) {
            case Answer.Welcome(AccountView account) -> "redirect:" + entrance.come(account, request, response);
            case Answer.CodeAsked(AccountView account) -> {
                entrance.waitHalfWay(account, request);
                yield "redirect:/sign-in/code";
            }
            case Answer.SetUpAsked(AccountView account) -> {
                entrance.waitHalfWay(account, request);
                yield "redirect:/sign-in/second-factor";
            }
            case Answer.Wrong() -> {
                response.setStatus(HttpStatus.UNAUTHORIZED.value());
                model.addAttribute("wrong", true);
                yield page(model, email);
            }
            case Answer.Wait(Duration time) -> {
                model.addAttribute("wait", waiting(time, response));
                yield page(model, email);
            }
        };
    }

    /** Says 429 and when to come back, in seconds. */
    static long waiting(Duration time, HttpServletResponse response) {
        long seconds = Math.max(1, time.toSeconds() + 1);
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        return seconds;
    }

    private String page(Model model, String email) {
        model.addAttribute("email", email);
        model.addAttribute("mails", links.mails());
        model.addAttribute(
                "demoAccounts",
                demo.stream().flatMap(some -> some.all().stream()).toList());
        return "sign-in/sign-in";
    }
}
