package eu.boucle.web;

import java.io.Serial;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a form, in the reader's words. Put it in the model as {@code problems}: the field fragments show each
 * sentence beside its field (the input's name is the problem's path), and the form's head lists them all.
 */
public record FormProblems(List<Said> all) implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    /** One sentence and the field that it is about; an empty path is the form as a whole. */
    public record Said(String path, String code, String text) implements Serializable {
        @Serial
        private static final long serialVersionUID = 1;
    }

    public static FormProblems none() {
        return new FormProblems(List.of());
    }

    public boolean any() {
        return !all.isEmpty();
    }

    public @Nullable String text(String path) {
        return all.stream()
                .filter(said -> said.path().equals(path))
                .map(Said::text)
                .findFirst()
                .orElse(null);
    }
}
