package eu.boucle.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the journal of sign-ins.
 *
 * @param person absent when the address typed is nobody's
 * @param name the person's name as it is now
 * @param address where from, as the proxy or the connection says
 * @param agent browser and system in a few words
 */
public record SignInView(
        UUID id,
        Instant at,
        @Nullable UUID person,
        @Nullable String name,
        SignInOutcome outcome,
        String address,
        String agent) {}
