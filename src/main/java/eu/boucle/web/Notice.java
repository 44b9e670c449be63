package eu.boucle.web;

import java.io.Serial;
import java.io.Serializable;
import java.util.List;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * One message at the head of the next page: {@code Notice.done("request.sent", reference).on(redirect)}.
 *
 * @param kind {@code done}, {@code told}, {@code waits} or {@code stop}
 * @param key message key; empty when {@code text} is already a sentence
 */
public record Notice(String kind, String key, List<Object> arguments, String text, List<String> details)
        implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    public static Notice done(String key, Object... arguments) {
        return new Notice("done", key, List.of(arguments), "", List.of());
    }

    public static Notice told(String key, Object... arguments) {
        return new Notice("told", key, List.of(arguments), "", List.of());
    }

    public static Notice waits(String key, Object... arguments) {
        return new Notice("waits", key, List.of(arguments), "", List.of());
    }

    public static Notice stop(String sentence, List<String> details) {
        return new Notice("stop", "", List.of(), sentence, details);
    }

    /** Shown once, on the page redirected to. */
    public void on(RedirectAttributes redirect) {
        redirect.addFlashAttribute("notice", this);
    }
}
