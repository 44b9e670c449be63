package eu.boucle.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each request a number that can be read out on the telephone: it stands in every line of the log, in the header
 * {@code X-Request-Id} of the answer, and where something went wrong it is the number to quote. Drawn here and never
 * taken from the caller.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class RequestNumber extends OncePerRequestFilter {

    public static final String HEADER = "X-Request-Id";

    private static final String ATTRIBUTE = "boucle.request.number";
    private static final String LOG_KEY = "request";
    private static final String LETTERS = "23456789CDEFGHJKLNPRSTUVXY";
    private static final int LENGTH = 8;

    private static final SecureRandom RANDOM = new SecureRandom();

    /** The number of the request being answered. */
    public static String of(HttpServletRequest request) {
        if (!(request.getAttribute(ATTRIBUTE) instanceof String number)) {
            String drawn = draw();
            request.setAttribute(ATTRIBUTE, drawn);
            return drawn;
        }
        return number;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String number = of(request);
        response.setHeader(HEADER, number);
        MDC.put(LOG_KEY, number);
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(LOG_KEY);
        }
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    private static String draw() {
        StringBuilder number = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            number.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return number.toString();
    }
}
