package eu.boucle.web.api;

import eu.boucle.identity.TokenScope;
import eu.boucle.identity.TokenView;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An API token as the API answers it, without its secret.
 *
 * @param scopes {@code read}, {@code write}
 * @param lastUsedAt to the hour
 */
record TokenJson(
        UUID id,
        String name,
        List<String> scopes,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt) {

    static TokenJson of(TokenView token) {
        return new TokenJson(
                token.id(),
                token.name(),
                token.scopes().stream().sorted().map(TokenJson::word).toList(),
                token.createdAt(),
                token.expiresAt(),
                token.lastUsedAt());
    }

    static String word(TokenScope scope) {
        return scope.name().toLowerCase(Locale.ROOT);
    }
}
