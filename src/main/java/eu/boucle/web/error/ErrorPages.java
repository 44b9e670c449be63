package eu.boucle.web.error;

import eu.boucle.web.security.Allowed;
import eu.boucle.web.security.OpenWhenReady;
import eu.boucle.web.security.Problems;
import eu.boucle.web.security.RequestNumber;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The page for what went wrong outside our own words: what happened, what to do, and for our own faults a number to
 * quote under which the log has the rest. A visitor never sees more.
 */
@Controller
@Allowed(anyone = true)
class ErrorPages implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    private final Problems problems;

    ErrorPages(Problems problems) {
        this.problems = problems;
    }

    @RequestMapping("/error")
    @Nullable
    String show(HttpServletRequest request, HttpServletResponse response, Model model) throws IOException {
        HttpStatus status = status(request);
        String code = code(request, status);
        if (status.is5xxServerError() && request.getAttribute(OpenWhenReady.EARLY) == null) {
            String number = RequestNumber.of(request);
            model.addAttribute("number", number);
            LOG.error(
                    "error {}: {} on {} {}",
                    number,
                    status.value(),
                    request.getMethod(),
                    String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
                            .replaceAll("\\p{Cntrl}", "?"),
                    (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
        }
        if (forProgram(request)) {
            problems.write(request, response, status, code);
            return null;
        }
        response.setStatus(status.value());
        model.addAttribute("status", "FORM_OUTDATED".equals(code) ? "form" : Integer.toString(known(status)));
        return "error/page";
    }

    private static HttpStatus status(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus known = status instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        return known == null ? HttpStatus.INTERNAL_SERVER_ERROR : known;
    }

    private static String code(HttpServletRequest request, HttpStatus status) {
        return request.getAttribute("boucle.refused") instanceof CsrfException ? "FORM_OUTDATED" : status.name();
    }

    /** The statuses that have words of their own; the others speak like their family. */
    private static int known(HttpStatus status) {
        return switch (status.value()) {
            case 403, 404, 405, 409, 413, 415, 422, 429, 503 -> status.value();
            default -> status.is5xxServerError() ? 500 : 400;
        };
    }

    private static boolean forProgram(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return (path != null
                        && (path.toString().startsWith("/api/")
                                || path.toString().startsWith("/ingest/")))
                || (accept != null && accept.contains("json") && !accept.contains(MediaType.TEXT_HTML_VALUE));
    }
}
