package eu.boucle.asset;

import eu.boucle.identity.Actor;
import eu.boucle.shared.RunId;

/** Port: whether a partner holds what travels on a run. Implemented by the room that plans the runs; nobody holds anything until then. */
public interface Holding {

    /** @return true when the run is one of the partner's own and was handed over to it */
    boolean holds(Actor partner, RunId run);
}
