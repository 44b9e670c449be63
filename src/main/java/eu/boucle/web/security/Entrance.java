package eu.boucle.web.security;

import eu.boucle.identity.AccountView;
import eu.boucle.identity.Accounts;
import eu.boucle.identity.SignInLog;
import eu.boucle.identity.SignInOutcome;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
import org.springframework.stereotype.Component;

/** The step over the threshold: who proved all that is asked gets her session; who proved the password only waits half way. */
@Component
public class Entrance {

    static final String VISIT = "boucle.visit";

    private static final String HALF_WAY = "boucle.half-way";
    private static final Duration HALF_WAY_AT_MOST = Duration.ofMinutes(10);

    private final Accounts accounts;
    private final SignInLog log;
    private final SecurityContextRepository contexts;
    private final RequestCache wanted;
    private final SessionAuthenticationStrategy newSession;
    private final Clock clock;

    Entrance(
            Accounts accounts,
            SignInLog log,
            SecurityContextRepository contexts,
            RequestCache wanted,
            CsrfTokenRepository csrfTokens,
            Clock clock) {
        this.accounts = accounts;
        this.log = log;
        this.contexts = contexts;
        this.wanted = wanted;
        this.clock = clock;
        // Another session id and another form token, so that what a stranger planted before is worth nothing.
        this.newSession = new CompositeSessionAuthenticationStrategy(
                List.of(new ChangeSessionIdAuthenticationStrategy(), new CsrfAuthenticationStrategy(csrfTokens)));
    }

    /** Signs the person in; the path of the page that she wanted before. */
    public String come(AccountView account, HttpServletRequest request, HttpServletResponse response) {
        SavedRequest page = wanted.getRequest(request, response);
        renew(account, request, response);
        HttpSession session = request.getSession();
        session.removeAttribute(HALF_WAY);
        session.setAttribute(VISIT, Visit.of(request));
        wanted.removeRequest(request, response);
        log.note(
                SignInOutcome.SIGNED_IN,
                account.person(),
                Visit.of(request).address(),
                Visit.of(request).agent());
        return page == null ? "/" : within(page.getRedirectUrl());
    }

    /** After a new password: this session goes on under another id, all others of the person are over. */
    public void renew(AccountView account, HttpServletRequest request, HttpServletResponse response) {
        Authentication person = SignedIn.as(account);
        newSession.onAuthentication(person, request, response);
        SecurityContext context = new SecurityContextImpl(person);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    /** The password was right; a second factor is asked, or has to be set up. */
    public void waitHalfWay(AccountView account, HttpServletRequest request) {
        request.getSession()
                .setAttribute(HALF_WAY, new HalfWay(account.person(), SignedIn.stamp(account), clock.instant()));
    }

    /** Who waits in this session, for ten minutes, unless the account changed meanwhile. */
    public Optional<AccountView> halfWay(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(HALF_WAY) instanceof HalfWay waiting)) {
            return Optional.empty();
        }
        return accounts.byPerson(waiting.person())
                .filter(account -> account.enabled() && SignedIn.stamp(account) == waiting.stamp())
                .filter(account -> waiting.at().plus(HALF_WAY_AT_MOST).isAfter(clock.instant()));
    }

    /** Path and query only: the way back never leaves this site. */
    private static String within(String address) {
        URI uri = URI.create(address);
        return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }
}
