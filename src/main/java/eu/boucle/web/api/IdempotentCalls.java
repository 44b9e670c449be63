package eu.boucle.web.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gives a POST with an {@code Idempotency-Key} its first answer again: the key is taken before the call is made, the
 * answer kept after it. The same key with another call is refused with 422; while the first is under way, with 409.
 * Runs behind the security chain, because a key belongs to its caller.
 */
@Component
@Order(10)
class IdempotentCalls extends OncePerRequestFilter {

    private static final int LONGEST_KEY = 100;
    private static final int LARGEST_BODY = 8 * 1024 * 1024;
    private static final int LARGEST_ANSWER = 1_000_000;
    /** A node that died in the middle of a call leaves its key taken: after this time it may be tried again. */
    private static final Duration ABANDONED = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final MessageSource messages;
    private final JsonMapper json;

    IdempotentCalls(JdbcClient jdbc, Clock clock, MessageSource messages, JsonMapper json) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.messages = messages;
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        return !"POST".equals(request.getMethod())
                || !request.getRequestURI().startsWith("/api/v1/")
                || request.getHeader("Idempotency-Key") == null
                || (type != null && type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE));
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
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            refuse(request, response, HttpStatus.UNPROCESSABLE_CONTENT, "KEY_WRONG");
            return;
        }
        byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            refuse(request, response, HttpStatus.CONTENT_TOO_LARGE, "UPLOAD_TOO_LARGE");
            return;
        }
        String owner = caller.getName();
        String hash = hash(request.getRequestURI(), body);
        Optional<Kept> kept = take(owner, key, hash);
        if (kept.isPresent()) {
            replay(request, response, hash, kept.get());
            return;
        }
        var answer = new ContentCachingResponseWrapper(response);
        boolean done = false;
        try {
            chain.doFilter(new Again(request, body), answer);
            done = answer.getStatus() < 500 && answer.getContentSize() <= LARGEST_ANSWER;
        } finally {
            if (done) {
                keep(owner, key, answer);
            } else {
                forget(owner, key);
            }
            answer.copyBodyToResponse();
        }
    }

    /** Takes the key, or returns what was kept under it. */
    private Optional<Kept> take(String owner, String key, String hash) {
        Instant now = clock.instant();
        jdbc.sql("delete from api_answer where owner = ? and idempotency_key = ? and status is null and asked_at < ?")
                .params(owner, key, now.minus(ABANDONED).atOffset(ZoneOffset.UTC))
                .update();
        try {
            jdbc.sql("insert into api_answer (owner, idempotency_key, call_hash, asked_at) values (?, ?, ?, ?)")
                    .params(owner, key, hash, OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                    .update();
            return Optional.empty();
        } catch (DuplicateKeyException e) {
            return jdbc.sql("select * from api_answer where owner = ? and idempotency_key = ?")
                    .params(owner, key)
                    .query((row, number) -> new Kept(
                            row.getString("call_hash"),
                            row.getInt("status"),
                            row.getString("content_type"),
                            row.getString("location"),
                            row.getString("body")))
                    .optional();
        }
    }

    private void keep(String owner, String key, ContentCachingResponseWrapper answer) {
        jdbc.sql("update api_answer set status = :status, content_type = :type, location = :location, body = :body"
                        + " where owner = :owner and idempotency_key = :key")
                .param("status", answer.getStatus())
                .param("type", answer.getContentType())
                .param("location", answer.getHeader("Location"))
                .param("body", new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8))
                .param("owner", owner)
                .param("key", key)
                .update();
    }

    private void forget(String owner, String key) {
        jdbc.sql("delete from api_answer where owner = ? and idempotency_key = ?")
                .params(owner, key)
                .update();
    }

    private void replay(HttpServletRequest request, HttpServletResponse response, String hash, Kept kept)
            throws IOException {
        if (!kept.hash().equals(hash)) {
            refuse(request, response, HttpStatus.UNPROCESSABLE_CONTENT, "KEY_REUSED");
        } else if (kept.status() == 0) {
            refuse(request, response, HttpStatus.CONFLICT, "KEY_IN_USE");
        } else {
            response.setStatus(kept.status());
            if (kept.location() != null) {
                response.setHeader("Location", kept.location());
            }
            response.setContentType(kept.type() == null ? MediaType.APPLICATION_JSON_VALUE : kept.type());
            response.getOutputStream().write(kept.body().getBytes(StandardCharsets.UTF_8));
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String code)
            throws IOException {
        Locale locale = request.getLocale();
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream()
                .write(json.writeValueAsBytes(java.util.Map.of(
                        "status", status.value(),
                        "title", status.getReasonPhrase(),
                        "code", code,
                        "detail", String.valueOf(messages.getMessage("refusal." + code, null, code, locale)))));
    }

    private static String hash(String path, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(path.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private record Kept(
            String hash,
            int status,
            @Nullable String type,
            @Nullable String location,
            String body) {}

    /** The request with its body still to be read. */
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
