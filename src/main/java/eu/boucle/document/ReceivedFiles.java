package eu.boucle.document;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files received: erasure reports, photos, slips; kept as they came, found by hash. */
@Service
@Transactional
public class ReceivedFiles {

    /** The most that one file may weigh: 32 MiB. */
    public static final int LARGEST = 32 * 1024 * 1024;

    /** Keeps the bytes, or finds the file already kept with the same hash for the same organisation. @throws eu.boucle.shared.Invalid {@code FILE_TOO_LARGE}, {@code FILE_EMPTY} */
    public ReceivedFile keep(
            UUID organisation, String name, String mediaType, byte[] bytes, @Nullable UUID by, Instant at) {
        throw new UnsupportedOperationException();
    }

    /** @throws eu.boucle.shared.NotFound */
    public byte[] bytes(FileId id) {
        throw new UnsupportedOperationException();
    }
}
