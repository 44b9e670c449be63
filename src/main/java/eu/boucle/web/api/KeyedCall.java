package eu.boucle.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** One call with an {@code Idempotency-Key} on its way: whose, which, and how far it came. */
final class KeyedCall {

    private static final String ATTRIBUTE = KeyedCall.class.getName();

    private final String owner;
    private final String key;
    private final byte @Nullable [] body;
    private final ContentCachingResponseWrapper answer;
    private String hash = "";
    private String secret = "";
    private boolean reached;
    private boolean answered;

    /** @param body null when the call comes in parts, which are read one by one */
    KeyedCall(String owner, String key, byte @Nullable [] body, ContentCachingResponseWrapper answer) {
        this.owner = owner;
        this.key = key;
        this.body = body;
        this.answer = answer;
    }

    static @Nullable KeyedCall of(HttpServletRequest request) {
        return (KeyedCall) request.getAttribute(ATTRIBUTE);
    }

    /**
     * The answer to this call holds a secret: it is given now, and not kept for a repetition, which answers {@code null}
     * in its place.
     */
    static void shownOnce(String secret, HttpServletRequest request) {
        KeyedCall call = of(request);
        if (call != null) {
            call.secret = secret;
        }
    }

    /** The body as it is kept. */
    String keptBody() {
        String given = new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
        return secret.isEmpty() ? given : given.replace('"' + secret + '"', "null");
    }

    void travelWith(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** The call has come to its handler: from here on its answer counts. */
    void reach(HttpServletRequest request) throws IOException {
        MessageDigest digest = sha256();
        digest.update(request.getRequestURI().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        if (request.getQueryString() != null) {
            digest.update(request.getQueryString().getBytes(StandardCharsets.UTF_8));
        }
        digest.update((byte) 0);
        if (body != null) {
            digest.update(body);
        } else if (request instanceof MultipartHttpServletRequest parts) {
            digestOf(parts, digest);
        }
        hash = HexFormat.of().formatHex(digest.digest());
        reached = true;
    }

    private static void digestOf(MultipartHttpServletRequest parts, MessageDigest digest) throws IOException {
        for (var entry : parts.getParameterMap().entrySet()) {
            digest.update(entry.getKey().getBytes(StandardCharsets.UTF_8));
            for (String value : entry.getValue()) {
                digest.update((byte) 1);
                digest.update(value.getBytes(StandardCharsets.UTF_8));
            }
            digest.update((byte) 0);
        }
        for (var entry : parts.getMultiFileMap().entrySet()) {
            for (MultipartFile file : entry.getValue()) {
                digest.update(entry.getKey().getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 2);
                try (InputStream bytes = new DigestInputStream(file.getInputStream(), digest)) {
                    bytes.transferTo(java.io.OutputStream.nullOutputStream());
                }
            }
        }
    }

    /** What an attempt that was given up wrote of its answer is taken back: null takes a header away. */
    @SuppressWarnings("NullAway")
    void begin() {
        answer.resetBuffer();
        answer.setHeader(HttpHeaders.LOCATION, null);
        answer.setHeader(HttpHeaders.ETAG, null);
    }

    String owner() {
        return owner;
    }

    String key() {
        return key;
    }

    String hash() {
        return hash;
    }

    ContentCachingResponseWrapper answer() {
        return answer;
    }

    /** Its answer is kept, now or from before. */
    void answered() {
        answered = true;
    }

    /** The handler refused, and nothing of it stayed. What may be tried again with the same key is no answer yet. */
    boolean refused() {
        int status = answer.getStatus();
        return reached
                && !answered
                && status >= 400
                && status < 500
                && answer.getHeader(HttpHeaders.RETRY_AFTER) == null;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
