package eu.boucle.web.bench;

import eu.boucle.shared.Invalid;
import eu.boucle.shared.Problem;
import eu.boucle.web.When;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Times as a browser's field gives them, in the host's zone. */
@Component
class LocalTimes {

    private final When when;

    LocalTimes(When when) {
        this.when = when;
    }

    record Span(Instant from, Instant to) {}

    String local(Instant at) {
        return LocalDateTime.ofInstant(at, when.zone())
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    Instant at(String path, @Nullable String given) {
        List<Problem> problems = new ArrayList<>();
        Instant at = read(path, given, problems);
        if (at == null) {
            throw new Invalid(problems);
        }
        return at;
    }

    Span span(@Nullable String from, @Nullable String to) {
        List<Problem> problems = new ArrayList<>();
        Instant start = read("startedAt", from, problems);
        Instant end = read("endedAt", to, problems);
        if (start == null || end == null) {
            throw new Invalid(problems);
        }
        return new Span(start, end);
    }

    private @Nullable Instant read(String path, @Nullable String given, List<Problem> problems) {
        if (given == null || given.isBlank()) {
            problems.add(new Problem(path, "TIME_MISSING", null));
            return null;
        }
        try {
            return LocalDateTime.parse(given.strip()).atZone(when.zone()).toInstant();
        } catch (DateTimeException e) {
            problems.add(new Problem(path, "TIME_UNREADABLE", given));
            return null;
        }
    }
}
