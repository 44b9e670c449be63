package eu.boucle.flow;

import eu.boucle.identity.Actor;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What waits for me: everything that the rooms know to be waiting, the most urgent first. */
@Service
public class WorkList {

    private final List<WorkSource> sources;

    WorkList(List<WorkSource> sources) {
        this.sources = sources;
    }

    @Transactional(readOnly = true)
    public List<WorkItem> of(Actor actor) {
        return sources.stream()
                .flatMap(source -> source.waitingFor(actor).stream())
                .filter(item -> actor.is(item.role()))
                .sorted(Comparator.comparing((WorkItem item) -> item.due() == null ? Instant.MAX : item.due())
                        .thenComparing(WorkItem::since))
                .toList();
    }
}
