package eu.boucle.web.run;

import eu.boucle.identity.Accounts;
import eu.boucle.identity.Actor;
import eu.boucle.pickup.RunDesk;
import eu.boucle.pickup.RunHappening;
import eu.boucle.pickup.RunView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What happened to a run, in the reader's language. Who of the host did it, only the host reads. */
@Component
class RunStory {

    private static final Set<String> BAD = Set.of("RunDeclined", "RunCancelled", "RunShortened");

    private final RunDesk desk;
    private final Accounts accounts;
    private final MessageSource messages;

    RunStory(RunDesk desk, Accounts accounts, MessageSource messages) {
        this.desk = desk;
        this.accounts = accounts;
        this.messages = messages;
    }

    record Line(
            String kind,
            String title,
            Instant at,
            @Nullable String by,
            @Nullable String detail) {}

    List<Line> of(RunView run, Actor reader) {
        List<RunHappening> happenings = desk.history(run.reference(), reader);
        Set<UUID> people = happenings.stream()
                .map(RunHappening::by)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<UUID, String> names = reader.isStaff() && !people.isEmpty() ? accounts.names(people) : Map.of();
        return happenings.stream()
                .map(happening -> new Line(
                        BAD.contains(happening.kind()) ? "stop" : "done",
                        messages.getMessage("run.event." + happening.kind(), null, LocaleContextHolder.getLocale()),
                        happening.at(),
                        happening.by() == null ? null : names.get(happening.by()),
                        happening.note().isEmpty() ? null : happening.note()))
                .toList();
    }
}
