package eu.boucle.web.signin;

import eu.boucle.identity.AccountView;
import eu.boucle.identity.SecondFactors;
import eu.boucle.shared.Invalid;
import eu.boucle.web.QrPicture;
import eu.boucle.web.RefusalSentences;
import eu.boucle.web.security.Allowed;
import eu.boucle.web.security.Entrance;
import eu.boucle.web.security.SignInGate;
import eu.boucle.web.security.SignInGate.Answer;
import eu.boucle.web.security.Visit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The second step of coming in: a code of the generator, or setting one up where the host asks for it. */
@Controller
@Allowed(anyone = true)
class SecondFactorPages {

    private static final String BACK = "redirect:/sign-in";

    private final Entrance entrance;
    private final SignInGate gate;
    private final SecondFactors factors;
    private final RefusalSentences sentences;

    SecondFactorPages(Entrance entrance, SignInGate gate, SecondFactors factors, RefusalSentences sentences) {
        this.entrance = entrance;
        this.gate = gate;
        this.factors = factors;
        this.sentences = sentences;
    }

    @GetMapping("/sign-in/code")
    String ask(HttpServletRequest request) {
        Optional<AccountView> waiting = entrance.halfWay(request);
        return waiting.isEmpty() || !factors.has(waiting.get().person()) ? BACK : "sign-in/code";
    }

    @PostMapping("/sign-in/code")
    String enter(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<AccountView> waiting = entrance.halfWay(request);
        if (waiting.isEmpty()) {
            return BACK;
        }
        return switch (gate.code(waiting.get(), code, Visit.of(request))) {
            case Answer.Welcome(AccountView account) -> "redirect:" + entrance.come(account, request, response);
            case Answer.Wait(Duration time) -> {
                model.addAttribute("wait", SignInPage.waiting(time, response));
                yield "sign-in/code";
            }
            case Answer.Wrong wrong -> refused(response, model);
            case Answer.CodeAsked again -> refused(response, model);
            case Answer.SetUpAsked never -> BACK;
        };
    }

    private static String refused(HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNAUTHORIZED.value());
        model.addAttribute("wrong", true);
        return "sign-in/code";
    }

    @GetMapping("/sign-in/second-factor")
    String setUp(HttpServletRequest request, Model model) {
        Optional<AccountView> waiting = entrance.halfWay(request);
        if (waiting.isEmpty()) {
            return BACK;
        }
        if (factors.has(waiting.get().person())) {
            return "redirect:/sign-in/code";
        }
        SecondFactors.SetUp setUp = factors.begin(waiting.get().person());
        model.addAttribute("secret", setUp.secret());
        model.addAttribute("qr", QrPicture.of(setUp.address()));
        return "sign-in/second-factor";
    }

    @PostMapping("/sign-in/second-factor")
    String confirm(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        Optional<AccountView> waiting = entrance.halfWay(request);
        if (waiting.isEmpty()) {
            return BACK;
        }
        try {
            List<String> codes = factors.confirm(waiting.get().person(), code);
            entrance.come(waiting.get(), request, response);
            redirect.addFlashAttribute("codes", codes);
            return "redirect:/account/second-factor";
        } catch (Invalid wrong) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("problems", sentences.forForm(wrong));
            return setUp(request, model);
        }
    }
}
