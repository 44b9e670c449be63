package eu.boucle.web.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gives a POST with an {@code Idempotency-Key} its first answer again. The call is made inside one transaction with its
 * answer ({@link KeyedHandlers}); here it is taken in, its twin on this node awaited, its answer held back until that
 * transaction has committed, and a refusal kept. The same key with another call is refused with 422. Runs behind the
 * security chain, because a key belongs to its caller.
 */
@Component
@Order(10)
class IdempotentCalls extends OncePerRequestFilter {

    private static final int LONGEST_KEY = 100;
    private static final int LONGEST_WAIT_SECONDS = 20;

    private final KeptAnswers answers;
    private final MessageSource messages;
    private final JsonMapper json;
    private final int largestBody;
    private final ConcurrentMap<String, CountDownLatch> underWay = new ConcurrentHashMap<>();

    IdempotentCalls(
            KeptAnswers answers,
            MessageSource messages,
            JsonMapper json,
            @Value("${spring.servlet.multipart.max-request-size}") DataSize largestBody) {
        this.answers = answers;
        this.messages = messages;
        this.json = json;
        this.largestBody = (int) largestBody.toBytes();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !"POST".equals(request.getMethod())
                || !request.getRequestURI().startsWith("/api/v1/")
                || request.getHeader("Idempotency-Key") == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        String key = request.getHeader("Idempotency-Key");
        if (caller == null || key == null) {
            chain.doFilter(request, response);
            return;
        }
        try {
            if (key.isBlank() || key.length() > LONGEST_KEY) {
                throw KeyRefusal.wrong();
            }
            byte[] body = null;
            if (!inParts(request)) {
                body = request.getInputStream().readNBytes(largestBody + 1);
                if (body.length > largestBody) {
                    refuse(request, response, HttpStatus.CONTENT_TOO_LARGE, "UPLOAD_TOO_LARGE");
                    return;
                }
            }
            alone(caller.getName(), key, body, request, response, chain);
        } catch (MaxUploadSizeExceededException e) {
            refuse(request, response, HttpStatus.CONTENT_TOO_LARGE, "UPLOAD_TOO_LARGE");
        } catch (KeyRefusal e) {
            if (e.status() == HttpStatus.CONFLICT) {
                response.setHeader(HttpHeaders.RETRY_AFTER, "1");
            }
            refuse(request, response, e.status(), e.code());
        }
    }

    private static boolean inParts(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
    }

    /** Of two with one key on this node the second waits here and not for the first one's row, with a connection. */
    private void alone(
            String owner,
            String key,
            byte @Nullable [] body,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        String name = owner + " " + key;
        CountDownLatch mine = new CountDownLatch(1);
        CountDownLatch first = underWay.putIfAbsent(name, mine);
        while (first != null) {
            await(first);
            first = underWay.putIfAbsent(name, mine);
        }
        try {
            make(owner, key, body, request, response, chain);
        } finally {
            underWay.remove(name, mine);
            mine.countDown();
        }
    }

    private static void await(CountDownLatch first) {
        try {
            if (!first.await(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw KeyRefusal.inUse();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw KeyRefusal.inUse();
        }
    }

    private void make(
            String owner,
            String key,
            byte @Nullable [] body,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        if (answers.sweepDue()) {
            answers.sweep();
        }
        var answer = new ContentCachingResponseWrapper(response);
        var call = new KeyedCall(owner, key, body, answer);
        call.travelWith(request);
        chain.doFilter(body == null ? request : new Again(request, body), answer);
        if (call.refused() && !answers.keepRefusal(call)) {
            KeyedHandlers.replay(call, answers.kept(call));
        }
        answer.copyBodyToResponse();
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String code)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream()
                .write(json.writeValueAsBytes(Map.of(
                        "status", status.value(),
                        "title", status.getReasonPhrase(),
                        "code", code,
                        "detail",
                                String.valueOf(
                                        messages.getMessage("refusal." + code, null, code, request.getLocale())))));
    }

    /** The request with its body still to be read, as often as it is attempted. */
    private static final class Again extends HttpServletRequestWrapper {

        private final byte[] body;

        Again(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            var bytes = new ByteArrayInputStream(body);
            return new ServletInputStream() {
                @Override
                public int read() {
                    return bytes.read();
                }

                @Override
                public int read(byte[] into, int from, int length) {
                    return bytes.read(into, from, length);
                }

                @Override
                public boolean isFinished() {
                    return bytes.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(jakarta.servlet.ReadListener listener) {
                    throw new IllegalStateException("read at once");
                }
            };
        }
    }
}
