package eu.boucle.web.security;

import eu.boucle.identity.ApiTokens;
import eu.boucle.identity.TokenHolder;
import eu.boucle.identity.TokenScope;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Knows the person of an API call by her token. A wrong token is no token: the route's rule then answers 401. A token
 * without the scope that the call needs goes no further.
 */
final class BearerToken extends OncePerRequestFilter {

    /** The scopes of the token of a call, as a request attribute. */
    static final String SCOPES = "boucle.token-scopes";

    private static final String SCHEME = "Bearer ";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final ApiTokens tokens;
    private final Problems problems;

    BearerToken(ApiTokens tokens, Problems problems) {
        this.tokens = tokens;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<TokenHolder> holder = secret(request).flatMap(tokens::holder);
        TokenScope needed = READING.contains(request.getMethod()) ? TokenScope.READ : TokenScope.WRITE;
        if (holder.isPresent()) {
            SecurityContextHolder.setContext(
                    new SecurityContextImpl(SignedIn.as(holder.get().account())));
            request.setAttribute(SCOPES, holder.get().scopes());
            if (!holder.get().scopes().contains(needed)) {
                problems.write(request, response, HttpStatus.FORBIDDEN, "SCOPE_REQUIRED");
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private static Optional<String> secret(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? Optional.of(header.substring(SCHEME.length()).strip())
                : Optional.empty();
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
