package eu.boucle.web.security;

import eu.boucle.identity.Secrets;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * A form sent twice has one effect, whichever nodes hear it: the second POST with the same token waits for the first and
 * goes where it went. Forms carry the token by the fragment {@code parts/form :: once}; a form that was refused may be
 * sent again.
 */
public final class OncePerForm implements HandlerInterceptor {

    public static final String FIELD = "once";

    private static final String MINE = OncePerForm.class.getName();

    private final SentForms forms;

    OncePerForm(SentForms forms) {
        this.forms = forms;
    }

    /** A token for one showing of one form. */
    public static String token() {
        return UUID.randomUUID().toString();
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws InterruptedException {
        String form = form(request);
        if (form == null) {
            return true;
        }
        Optional<String> earlier = forms.take(form);
        if (earlier.isEmpty()) {
            request.setAttribute(MINE, form);
            return true;
        }
        keepMessage(earlier.get(), request, response);
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(HttpHeaders.LOCATION, earlier.get());
        return false;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (request.getAttribute(MINE) instanceof String form) {
            request.removeAttribute(MINE);
            String address = response.getHeader(HttpHeaders.LOCATION);
            if (failure == null
                    && address != null
                    && request.getAttribute(PageRefusal.ATTRIBUTE) == null
                    && response.getStatus() / 100 == 3) {
                forms.led(form, address);
            } else {
                forms.release(form);
            }
        }
    }

    /** This second request may have taken the message that the first left for the next page: pass it on. */
    private static void keepMessage(String address, HttpServletRequest request, HttpServletResponse response) {
        Map<String, ?> message = RequestContextUtils.getInputFlashMap(request);
        if (message != null) {
            RequestContextUtils.getOutputFlashMap(request).putAll(message);
            RequestContextUtils.saveOutputFlashMap(address, request, response);
        }
    }

    private static @Nullable String form(HttpServletRequest request) {
        if (!"POST".equals(request.getMethod())) {
            return null;
        }
        String token = request.getParameter(FIELD);
        HttpSession session = request.getSession(false);
        return token == null || token.length() > 64 || session == null
                ? null
                : Secrets.sha256(session.getId() + " " + token);
    }
}
