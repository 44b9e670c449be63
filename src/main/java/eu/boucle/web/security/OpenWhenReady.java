package eu.boucle.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says 503, come again shortly, until what a first start does is done: the port answers before the first accounts and
 * the demo's stories are there, and half of them is no answer. Health probes have their own word for it.
 */
@Component
public final class OpenWhenReady extends OncePerRequestFilter {

    /** Mark on a request that came too early: nothing is wrong and nobody needs a number to quote. */
    public static final String EARLY = "boucle.early";

    private static final String SECONDS = "2";

    /** Probes, and what the page that says so is made of. */
    private static final List<String> ALWAYS =
            List.of("/actuator/", "/css/", "/js/", "/fonts/", "/webjars/", "/favicon.");

    private volatile boolean open;

    @EventListener(ApplicationReadyEvent.class)
    void open() {
        open = true;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return open || ALWAYS.stream().anyMatch(request.getRequestURI()::startsWith);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        request.setAttribute(EARLY, true);
        response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS);
        // A browser that came too early asks again by itself.
        response.setHeader("Refresh", SECONDS);
        response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
}
