package eu.boucle.web.security;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** What a session remembers of somebody whose password was right and whose second factor is still asked: nothing is open to her yet. */
record HalfWay(UUID person, int stamp, Instant at) implements Serializable {
    private static final long serialVersionUID = 1;
}
