package eu.boucle.web.security;

import eu.boucle.identity.Language;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * The language of an answer: {@code ?lang=}, else for programs what they ask for, else the account's, else the
 * visitor's cookie, else French.
 */
final class ReadersLanguage implements LocaleResolver {

    static final String PARAMETER = "lang";
    static final String COOKIE = "boucle-language";

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return chosen(request)
                .or(() -> asked(request))
                .or(SignedIn::language)
                .or(() -> remembered(request))
                .orElse(Language.FR)
                .locale();
    }

    /** What the address says, and nothing else. */
    static Optional<Language> chosen(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null || !query.contains(PARAMETER + "=")
                ? Optional.empty()
                : language(request.getParameter(PARAMETER));
    }

    private static Optional<Language> asked(HttpServletRequest request) {
        if (!request.getRequestURI().startsWith("/api/") || request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
            return Optional.empty();
        }
        return Collections.list(request.getLocales()).stream()
                .flatMap(locale -> language(locale.getLanguage()).stream())
                .findFirst();
    }

    private static Optional<Language> remembered(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null ? Optional.empty() : language(cookie.getValue());
    }

    private static Optional<Language> language(@Nullable String word) {
        return Arrays.stream(Language.values())
                .filter(language -> language.name().equalsIgnoreCase(word))
                .findFirst();
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("the language is chosen by ?lang=");
    }
}
