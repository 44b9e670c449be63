package eu.boucle.shared;

import java.util.Arrays;
import java.util.List;

/**
 * The domain says no. Each refusal has a code that never changes and a sentence in the message files
 * ({@code refusal.CODE}); {@link #getMessage()} is for logs only.
 */
public abstract sealed class Refusal extends RuntimeException permits NotAllowed, NotFound, StateForbids, Invalid {

    private final String code;
    private final transient List<Object> arguments;

    Refusal(String code, Object... arguments) {
        super(code + " " + Arrays.toString(arguments));
        this.code = code;
        this.arguments = List.of(arguments);
    }

    public final String code() {
        return code;
    }

    public final List<Object> arguments() {
        return arguments;
    }
}
