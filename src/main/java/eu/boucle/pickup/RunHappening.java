package eu.boucle.pickup;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of a run's history.
 *
 * @param kind the event's own name: {@code RunDeclined}
 * @param by absent when the process did it
 * @param note the reason given, or empty
 */
public record RunHappening(
        String kind, Instant at, @Nullable UUID by, String note) {}
