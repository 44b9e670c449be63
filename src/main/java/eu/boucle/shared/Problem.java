package eu.boucle.shared;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with what was given.
 *
 * @param path where: a JSON pointer without the leading slash for the whole ({@code lines/3/serial}); empty for the whole
 * @param code what, in words that do not change; its sentence is the message {@code refusal.CODE}
 * @param value what was given, shortened for display
 * @param arguments what the sentence needs besides the value, which is argument 0
 */
public record Problem(String path, String code, @Nullable String value, List<Object> arguments) {

    public Problem {
        if (value != null && value.length() > 80) {
            value = value.substring(0, 79) + "…";
        }
        arguments = List.copyOf(arguments);
    }

    public Problem(String path, String code, @Nullable String value) {
        this(path, code, value, List.of());
    }
}
