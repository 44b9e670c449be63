package eu.boucle.identity;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An API token as its person and the administrator see it: never the token itself.
 *
 * @param lastUsedAt to the hour; absent when it was never used
 */
public record TokenView(
        UUID id,
        String name,
        Set<TokenScope> scopes,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt,
        boolean expired) {}
