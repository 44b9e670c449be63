package eu.boucle.web.signin;

import eu.boucle.identity.AccountView;
import eu.boucle.identity.Actor;
import eu.boucle.identity.DemoAccounts;
import eu.boucle.web.security.Allowed;
import eu.boucle.web.security.SignInGate;
import eu.boucle.web.security.SignInGate.Answer;
import eu.boucle.web.security.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
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
    private final SecurityContextRepository contexts;
    private final RequestCache wanted;
    private final ObjectProvider<DemoAccounts> demo;
    private final SessionAuthenticationStrategy newSession;

    SignInPage(
            SignInGate gate,
            SecurityContextRepository contexts,
            RequestCache wanted,
            CsrfTokenRepository csrfTokens,
            ObjectProvider<DemoAccounts> demo) {
        this.gate = gate;
        this.contexts = contexts;
        this.wanted = wanted;
        this.demo = demo;
        // Another session id and another form token, so that what a stranger planted before is worth nothing.
        this.newSession = new CompositeSessionAuthenticationStrategy(
                List.of(new ChangeSessionIdAuthenticationStrategy(), new CsrfAuthenticationStrategy(csrfTokens)));
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
        return switch (gate.ask(email, password, request.getRemoteAddr())) {
            case Answer.Welcome(AccountView account) -> welcome(account, request, response);
            case Answer.Wrong() -> {
                response.setStatus(HttpStatus.UNAUTHORIZED.value());
                model.addAttribute("wrong", true);
                yield page(model, email);
            }
            case Answer.Wait(Duration time) -> {
                long seconds = Math.max(1, time.toSeconds() + 1);
                response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
                response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
                model.addAttribute("wait", seconds);
                yield page(model, email);
            }
        };
    }

    private String page(Model model, String email) {
        model.addAttribute("email", email);
        model.addAttribute(
                "demoAccounts",
                demo.stream().flatMap(some -> some.all().stream()).toList());
        return "sign-in/sign-in";
    }

    private String welcome(AccountView account, HttpServletRequest request, HttpServletResponse response) {
        SavedRequest page = wanted.getRequest(request, response);
        Authentication person = SignedIn.as(account);
        newSession.onAuthentication(person, request, response);
        SecurityContext context = new SecurityContextImpl(person);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        wanted.removeRequest(request, response);
        return "redirect:" + (page == null ? "/" : within(page.getRedirectUrl()));
    }

    /** Path and query only: the way back never leaves this site. */
    private static String within(String address) {
        URI uri = URI.create(address);
        return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }
}
