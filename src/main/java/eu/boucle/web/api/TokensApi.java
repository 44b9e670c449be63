package eu.boucle.web.api;

import eu.boucle.identity.Actor;
import eu.boucle.identity.ApiTokens;
import eu.boucle.identity.IssueToken;
import eu.boucle.identity.NewToken;
import eu.boucle.identity.TokenScope;
import eu.boucle.shared.Invalid;
import eu.boucle.web.security.Allowed;
import eu.boucle.web.security.CallersToken;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own API tokens. */
@RestController
@RequestMapping("/api/v1")
@Allowed
class TokensApi {

    private static final int USUAL_DAYS = 90;

    private final ApiTokens tokens;

    TokensApi(ApiTokens tokens) {
        this.tokens = tokens;
    }

    @GetMapping("/me/tokens")
    Page<TokenJson> tokens(Actor actor) {
        return new Page<>(tokens.own(actor).stream().map(TokenJson::of).toList(), null);
    }

    @PostMapping("/me/tokens")
    @ResponseStatus(HttpStatus.CREATED)
    Issued issue(@RequestBody Wanted wanted, Actor actor, HttpServletRequest request) {
        Set<TokenScope> scopes = scopes(Given.list(wanted.scopes()));
        CallersToken.require(scopes, request);
        NewToken token = tokens.issue(
                new IssueToken(Given.text(wanted.name()), scopes, wanted.days() == null ? USUAL_DAYS : wanted.days()),
                actor);
        KeyedCall.shownOnce(token.secret(), request);
        return new Issued(TokenJson.of(token.token()), token.secret());
    }

    @DeleteMapping("/me/tokens/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable UUID id, Actor actor) {
        tokens.revoke(id, actor);
    }

    private static Set<TokenScope> scopes(List<String> words) {
        Set<TokenScope> scopes = EnumSet.noneOf(TokenScope.class);
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            int place = i;
            scopes.add(Arrays.stream(TokenScope.values())
                    .filter(scope -> TokenJson.word(scope).equals(word))
                    .findFirst()
                    .orElseThrow(() -> Invalid.field(
                            "scopes/" + place,
                            "UNKNOWN_WORD",
                            word,
                            Arrays.stream(TokenScope.values())
                                    .map(TokenJson::word)
                                    .collect(Collectors.joining(", ")))));
        }
        return scopes;
    }

    /** @param days how long it works, 90 when not given */
    record Wanted(
            @Nullable String name,
            @Nullable List<String> scopes,
            @Nullable Integer days) {}

    /** @param secret what goes behind {@code Bearer}, shown this once */
    record Issued(TokenJson token, String secret) {}
}
