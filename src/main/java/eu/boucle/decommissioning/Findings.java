package eu.boucle.decommissioning;

import eu.boucle.shared.Invalid;
import eu.boucle.shared.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Problems found so far, in the order of the form. */
class Findings {

    /** More than anybody reads; a list in which every line is wrong would otherwise answer with megabytes. */
    private static final int MOST = 1_000;

    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");
    private static final Pattern CONTROL_IN_PROSE = Pattern.compile("[\\p{Cc}&&[^\\n\\r\\t]]");

    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> said = new HashSet<>();

    void add(String path, String code, @Nullable Object value, Object... arguments) {
        if (problems.size() < MOST && said.add(path + ' ' + code)) {
            problems.add(new Problem(path, code, value == null ? null : value.toString(), List.of(arguments)));
        }
    }

    /** Text in one line. */
    void text(String path, @Nullable String text, int longest) {
        bounded(path, text, longest, CONTROL);
    }

    /** Text in several lines. */
    void prose(String path, @Nullable String text, int longest) {
        bounded(path, text, longest, CONTROL_IN_PROSE);
    }

    private void bounded(String path, @Nullable String text, int longest, Pattern forbidden) {
        if (text == null) {
            return;
        }
        if (text.length() > longest) {
            add(path, "TOO_LONG", text, longest);
        } else if (forbidden.matcher(text).find()) {
            add(path, "BAD_CHARACTER", CONTROL.matcher(text).replaceAll("�"));
        }
    }

    /** @throws Invalid with all of them, when there is one */
    void refuse() {
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
    }

    List<Problem> all() {
        return List.copyOf(problems);
    }
}
