package eu.boucle.web.api;

import eu.boucle.flow.WorkList;
import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.web.security.Allowed;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What waits for the caller. */
@RestController
@RequestMapping("/api/v1")
class WorkApi {

    private final WorkList work;
    private final MessageSource messages;

    WorkApi(WorkList work, MessageSource messages) {
        this.work = work;
        this.messages = messages;
    }

    @GetMapping("/worklist")
    @Allowed
    List<Work> worklist(Actor actor, Locale locale) {
        return work.of(actor).stream()
                .map(item -> {
                    Object[] arguments = new Object[item.arguments().size() + 1];
                    arguments[0] = item.reference();
                    for (int i = 1; i < arguments.length; i++) {
                        arguments[i] = item.arguments().get(i - 1);
                    }
                    return new Work(
                            item.kind(),
                            item.reference(),
                            messages.getMessage("work." + item.kind(), arguments, item.kind(), locale),
                            item.since(),
                            item.due(),
                            item.role());
                })
                .toList();
    }

    record Work(
            String kind,
            String subject,
            @Nullable String title,
            Instant since,
            @Nullable Instant dueAt,
            Role role) {}
}
