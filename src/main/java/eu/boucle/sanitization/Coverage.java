package eu.boucle.sanitization;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request's media: how many decided of how many, and who worked on them. */
public record Coverage(
        int decided,
        int expected,
        Set<UUID> performers,
        boolean validated,
        @Nullable UUID validator,
        @Nullable Instant validatedAt,
        boolean validationNeeded) {}
