package eu.boucle.shared;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose, by whom and when of an event.
 *
 * @param organisation the tenant that the fact belongs to
 * @param actor the person who caused it; absent when the system did
 * @param at when it happened, by Boucle's clock (UTC)
 */
public record EventStamp(UUID organisation, @Nullable UUID actor, Instant at) {}
