package eu.boucle.web.account;

import eu.boucle.identity.Actor;
import eu.boucle.identity.ApiTokens;
import eu.boucle.identity.IssueToken;
import eu.boucle.identity.NewToken;
import eu.boucle.identity.TokenScope;
import eu.boucle.web.Notice;
import eu.boucle.web.security.Allowed;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own API tokens. */
@Controller
@Allowed
class TokensPage {

    private static final String PAGE = "redirect:/account/tokens";
    private static final List<Integer> DAYS = List.of(30, 90, 180, 365);

    private final ApiTokens tokens;

    TokensPage(ApiTokens tokens) {
        this.tokens = tokens;
    }

    @GetMapping("/account/tokens")
    String show(Actor actor, Model model) {
        model.addAttribute("tokens", tokens.own(actor));
        model.addAttribute("scopes", TokenScope.values());
        model.addAttribute("days", DAYS);
        return "account/tokens";
    }

    /** The secret goes to the next page, once. */
    @PostMapping("/account/tokens")
    String issue(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(required = false) @Nullable Set<TokenScope> scopes,
            @RequestParam(defaultValue = "0") int days,
            Actor actor,
            RedirectAttributes redirect) {
        NewToken token = tokens.issue(new IssueToken(name, scopes == null ? Set.of() : scopes, days), actor);
        redirect.addFlashAttribute("secret", token.secret());
        redirect.addFlashAttribute("secretName", token.token().name());
        return PAGE;
    }

    @PostMapping("/account/tokens/{id}/revoke")
    String revoke(@PathVariable UUID id, Actor actor, RedirectAttributes redirect) {
        tokens.revoke(id, actor);
        Notice.done("token.revoked").on(redirect);
        return PAGE;
    }
}
