package eu.boucle.sanitization;

import eu.boucle.asset.SanitizationLevel;
import eu.boucle.document.FileId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Command: a person records what was done to a medium.
 *
 * @param technique a key of {@code sanitization-techniques.csv}
 * @param attachment id of a received file, when there is one
 */
public record ManualRecord(
        String technique,
        SanitizationLevel level,
        String tool,
        Instant startedAt,
        Instant endedAt,
        Verdict result,
        String note,
        @Nullable FileId attachment) {}
