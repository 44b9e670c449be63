package eu.boucle.web.security;

import eu.boucle.identity.Accounts;
import eu.boucle.identity.Language;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.web.servlet.HandlerInterceptor;

/** Keeps the language chosen by {@code ?lang=}: in a cookie, and in the account of who signed in. */
final class RememberLanguage implements HandlerInterceptor {

    private final Accounts accounts;

    RememberLanguage(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Optional<Language> chosen = ReadersLanguage.chosen(request);
        if (chosen.isPresent() && "GET".equals(request.getMethod())) {
            Cookie cookie = new Cookie(ReadersLanguage.COOKIE, chosen.get().name());
            cookie.setPath("/");
            cookie.setHttpOnly(true);
            cookie.setSecure(request.isSecure());
            cookie.setAttribute("SameSite", "Lax");
            cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
            response.addCookie(cookie);
            SignedIn.actor().ifPresent(actor -> {
                if (actor.person() != null
                        && SignedIn.language().filter(chosen.get()::equals).isEmpty()) {
                    accounts.speak(actor.person(), chosen.get());
                }
            });
        }
        return true;
    }
}
