package eu.boucle.web.api;

import org.springframework.http.HttpStatus;

/** A call's {@code Idempotency-Key} forbids it. */
final class KeyRefusal extends RuntimeException {

    private final HttpStatus status;
    private final String code;

    private KeyRefusal(HttpStatus status, String code) {
        super(code, null, false, false);
        this.status = status;
        this.code = code;
    }

    static KeyRefusal wrong() {
        return new KeyRefusal(HttpStatus.UNPROCESSABLE_CONTENT, "KEY_WRONG");
    }

    static KeyRefusal reused() {
        return new KeyRefusal(HttpStatus.UNPROCESSABLE_CONTENT, "KEY_REUSED");
    }

    static KeyRefusal inUse() {
        return new KeyRefusal(HttpStatus.CONFLICT, "KEY_IN_USE");
    }

    HttpStatus status() {
        return status;
    }

    String code() {
        return code;
    }
}
