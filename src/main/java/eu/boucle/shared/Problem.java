package eu.boucle.shared;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with what was given.
 *
 * @param path where: a JSON pointer without the leading slash for the whole ({@code lines/3/serial}); empty for the whole
 * @param code what, in words that do not change; its sentence is the message {@code refusal.CODE}
 * @param value what was given, for display: shortened, and with a sign in the place of each letter that cannot be seen
 * @param arguments what the sentence needs besides the value, which is argument 0
 */
public record Problem(String path, String code, @Nullable String value, List<Object> arguments) {

    private static final int LONGEST = 80;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\r\\t]]");

    public Problem {
        if (value != null && value.length() > LONGEST) {
            value = value.substring(0, LONGEST - 1) + "…";
        }
        if (value != null) {
            value = CONTROL.matcher(value).replaceAll("�");
        }
        arguments = List.copyOf(arguments);
    }

    public Problem(String path, String code, @Nullable String value) {
        this(path, code, value, List.of());
    }
}
