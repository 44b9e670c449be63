package eu.boucle.flow;

import eu.boucle.identity.Actor;
import java.util.List;

/** A room that knows of work waiting. Every bean of this kind is asked by {@link WorkList}. */
public interface WorkSource {

    /** What waits for the roles of this actor, within what the actor may see. At most some hundreds, oldest first. */
    List<WorkItem> waitingFor(Actor actor);
}
