package eu.boucle.web.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * A form sent twice has one effect: the second POST with the same token waits for the first and goes where it went.
 * Forms carry the token by the fragment {@code parts/form :: once}; a form that was refused may be sent again.
 */
public final class OncePerForm implements HandlerInterceptor {

    public static final String FIELD = "once";

    private static final String MINE = OncePerForm.class.getName();
    private static final long MOST = 20_000;
    private static final long LONGEST_WAIT_SECONDS = 30;

    /** Where each form went; an empty address when it went nowhere and may be sent again. */
    private final Cache<String, CompletableFuture<String>> sent = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(Duration.ofHours(1))
            .build();

    /** A token for one showing of one form. */
    public static String token() {
        return UUID.randomUUID().toString();
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException, InterruptedException {
        String key = key(request);
        if (key == null) {
            return true;
        }
        CompletableFuture<String> mine = new CompletableFuture<>();
        CompletableFuture<String> first = sent.asMap().putIfAbsent(key, mine);
        if (first == null) {
            request.setAttribute(MINE, mine);
            return true;
        }
        String address = outcome(first);
        if (address.isEmpty()) {
            return true;
        }
        keepMessage(address, request, response);
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(HttpHeaders.LOCATION, address);
        return false;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (request.getAttribute(MINE) instanceof CompletableFuture<?> mine) {
            request.removeAttribute(MINE);
            String address = response.getHeader(HttpHeaders.LOCATION);
            boolean done = failure == null
                    && address != null
                    && request.getAttribute(PageRefusal.ATTRIBUTE) == null
                    && response.getStatus() / 100 == 3;
            String key = key(request);
            if (!done && key != null) {
                sent.invalidate(key);
            }
            @SuppressWarnings("unchecked")
            CompletableFuture<String> promise = (CompletableFuture<String>) mine;
            promise.complete(done && address != null ? address : "");
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

    private static String outcome(CompletableFuture<String> first) throws InterruptedException {
        try {
            return first.get(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            return "";
        }
    }

    private static @Nullable String key(HttpServletRequest request) {
        if (!"POST".equals(request.getMethod())) {
            return null;
        }
        String token = request.getParameter(FIELD);
        HttpSession session = request.getSession(false);
        return token == null || token.length() > 64 || session == null ? null : session.getId() + " " + token;
    }
}
