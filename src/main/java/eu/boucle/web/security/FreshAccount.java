package eu.boucle.web.security;

import eu.boucle.identity.AccountView;
import eu.boucle.identity.Accounts;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the account of a session anew for each request; a disabled account or a changed password ends the session, and so
 * does its age, however busy it was.
 */
final class FreshAccount extends OncePerRequestFilter {

    private final Accounts accounts;
    private final Duration longestSession;

    FreshAccount(Accounts accounts, Duration longestSession) {
        this.accounts = accounts;
        this.longestSession = longestSession;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn) {
            Optional<AccountView> now = accounts.byPerson(
                            signedIn.getPrincipal().person())
                    .filter(signedIn::stillHolds)
                    .filter(account -> young(request.getSession(false)));
            if (now.isPresent()) {
                SecurityContextHolder.setContext(new SecurityContextImpl(SignedIn.as(now.get())));
            } else {
                SecurityContextHolder.clearContext();
                HttpSession session = request.getSession(false);
                if (session != null) {
                    session.invalidate();
                }
            }
        }
        chain.doFilter(request, response);
    }

    private boolean young(@Nullable HttpSession session) {
        return session != null
                && session.getLastAccessedTime() - session.getCreationTime() <= longestSession.toMillis();
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
