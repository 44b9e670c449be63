package eu.boucle.flow;

import java.time.Duration;
import java.time.Instant;

/** Port: the clock of the demo profile, which can be moved forward and never back. */
public interface DemoClock {

    Instant forward(Duration by);
}
