package eu.boucle.shared;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Readable but wrong: 422 over HTTP, with every problem found, not only the first. */
public final class Invalid extends Refusal {

    private final transient List<Problem> problems;

    public Invalid(List<Problem> problems) {
        super("INVALID", problems.size());
        this.problems = List.copyOf(problems);
    }

    public static Invalid field(String path, String code, @Nullable String value, Object... arguments) {
        return new Invalid(List.of(new Problem(path, code, value, List.of(arguments))));
    }

    public List<Problem> problems() {
        return problems;
    }

    @Override
    public String getMessage() {
        return problems.toString();
    }
}
