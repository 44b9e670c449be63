package eu.boucle.process;

import eu.boucle.flow.WorkItem;
import eu.boucle.flow.WorkSource;
import eu.boucle.identity.Actor;
import java.util.List;
import org.springframework.stereotype.Component;

/** The work that waits at a user task of a diagram. */
@Component
class EngineWork implements WorkSource {

    @Override
    public List<WorkItem> waitingFor(Actor actor) {
        return List.of();
    }
}
