package eu.boucle.web;

import eu.boucle.shared.Invalid;
import eu.boucle.shared.NotAllowed;
import eu.boucle.shared.NotFound;
import eu.boucle.shared.Problem;
import eu.boucle.shared.Refusal;
import eu.boucle.shared.StateForbids;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Turns a refusal of the domain into a sentence for the reader, and into its HTTP status. Pages and API say the same. */
@Component
public class RefusalSentences {

    private static final int LONGEST_SHOWN = 200;

    private final MessageSource messages;

    RefusalSentences(MessageSource messages) {
        this.messages = messages;
    }

    /** The sentence in the reader's language. */
    public String of(Refusal refusal) {
        return of(refusal, LocaleContextHolder.getLocale());
    }

    /** A single problem is told as itself; several are counted. */
    public String of(Refusal refusal, Locale locale) {
        if (refusal instanceof Invalid invalid && invalid.problems().size() == 1) {
            return of(invalid.problems().getFirst(), locale);
        }
        return sentence(refusal.code(), refusal.arguments(), locale);
    }

    public String of(Problem problem) {
        return of(problem, LocaleContextHolder.getLocale());
    }

    public String of(Problem problem, Locale locale) {
        List<Object> arguments = new ArrayList<>();
        arguments.add(problem.value() == null ? "" : inShort(problem.value()));
        arguments.addAll(problem.arguments());
        return sentence(problem.code(), arguments, locale);
    }

    /** Every problem of the refusal with its sentence, for a form that is shown again. */
    public FormProblems forForm(Refusal refusal) {
        Locale locale = LocaleContextHolder.getLocale();
        if (refusal instanceof Invalid invalid) {
            return new FormProblems(invalid.problems().stream()
                    .map(problem -> new FormProblems.Said(problem.path(), problem.code(), of(problem, locale)))
                    .toList());
        }
        return new FormProblems(List.of(new FormProblems.Said("", refusal.code(), of(refusal, locale))));
    }

    /** What was given, as far as a reader needs to know it again. */
    public static String inShort(String given) {
        return given.length() <= LONGEST_SHOWN ? given : given.substring(0, LONGEST_SHOWN) + "…";
    }

    public static HttpStatus status(Refusal refusal) {
        return switch (refusal) {
            case NotAllowed notAllowed -> HttpStatus.FORBIDDEN;
            case NotFound notFound -> HttpStatus.NOT_FOUND;
            case StateForbids stateForbids -> HttpStatus.CONFLICT;
            case Invalid invalid -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }

    private String sentence(String code, List<Object> arguments, Locale locale) {
        Object[] shown =
                arguments.stream().map(argument -> shown(argument, locale)).toArray(Object[]::new);
        String sentence = messages.getMessage("refusal." + code, shown, null, locale);
        return sentence != null ? sentence : messages.getMessage("refusal.OTHER", new Object[] {code}, locale);
    }

    /** Words of our enums are said in the reader's language, numbers in its manner by the message itself. */
    private Object shown(Object argument, Locale locale) {
        if (argument instanceof Enum<?> word) {
            String key = word.getDeclaringClass().getSimpleName() + "." + word.name();
            String said = messages.getMessage(key, null, word.name(), locale);
            return said == null ? word.name() : said;
        }
        return argument instanceof String text ? inShort(text) : argument;
    }
}
