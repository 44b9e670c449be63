package eu.boucle.document;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file received, kept as it came.
 *
 * @param sha256 of its bytes, lower-case hex
 */
public record ReceivedFile(
        FileId id,
        UUID organisation,
        String name,
        String mediaType,
        long size,
        String sha256,
        Instant receivedAt,
        @Nullable UUID by) {}
