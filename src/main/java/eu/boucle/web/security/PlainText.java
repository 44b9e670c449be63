package eu.boucle.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Text as a person could have typed it. Characters that nobody sees (zero width, changes of direction) make two serials
 * look alike and a file name read backwards: they are left out. Control characters are no text and cannot be stored.
 * Parameters of pages pass here; the API refuses what is no text by name instead.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
public final class PlainText extends OncePerRequestFilter {

    private static final String UNKNOWN = "\uFFFD";

    /** Whether all of it is text: no control character but tab and line ends, no half of a character. */
    public static boolean is(String text) {
        return text.codePoints().noneMatch(PlainText::noText);
    }

    /** Without what nobody sees. */
    public static String visible(String text) {
        if (text.codePoints().noneMatch(PlainText::unseen)) {
            return text;
        }
        StringBuilder seen = new StringBuilder(text.length());
        text.codePoints().filter(c -> !unseen(c)).forEach(seen::appendCodePoint);
        return seen.toString();
    }

    /** Visible text, with a mark in the place of what is none. */
    public static String clean(String text) {
        String visible = visible(text);
        if (is(visible)) {
            return visible;
        }
        StringBuilder clean = new StringBuilder(visible.length());
        visible.codePoints().forEach(c -> {
            if (noText(c)) {
                clean.append(UNKNOWN);
            } else {
                clean.appendCodePoint(c);
            }
        });
        return clean.toString();
    }

    /** A password is what was typed, to the last character. */
    private static boolean leftAlone(String name) {
        return name.contains("password") || "again".equals(name);
    }

    private static boolean noText(int c) {
        return Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r'
                || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    private static boolean unseen(int c) {
        return c == 0x200B
                || c == 0x200E
                || c == 0x200F
                || c == 0x2060
                || c == 0xFEFF
                || c >= 0x202A && c <= 0x202E
                || c >= 0x2066 && c <= 0x2069;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Cleaned(request), response);
    }

    private static final class Cleaned extends HttpServletRequestWrapper {

        private Cleaned(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getParameter(String name) {
            String value = super.getParameter(name);
            return value == null || leftAlone(name) ? value : clean(value);
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            String[] values = super.getParameterValues(name);
            return values == null ? null : cleaned(name, values);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            Map<String, String[]> all = new LinkedHashMap<>();
            super.getParameterMap().forEach((name, values) -> all.put(name, cleaned(name, values)));
            return all;
        }

        private static String[] cleaned(String name, String[] values) {
            if (leftAlone(name)) {
                return values;
            }
            String[] all = new String[values.length];
            for (int i = 0; i < values.length; i++) {
                all[i] = clean(values[i]);
            }
            return all;
        }
    }
}
