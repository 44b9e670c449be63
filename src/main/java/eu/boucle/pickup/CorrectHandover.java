package eu.boucle.pickup;

import eu.boucle.scancode.AssetTag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Command: what was written wrong at the handover. Absent is right as it was.
 *
 * @param slips the number that should have been entered, by waste code
 * @param notLeft on the list, and still here
 * @param unlisted on the lorry, and on no list
 * @param reason how it came about, and how it was noticed
 * @param signedName typed by who writes the note
 */
public record CorrectHandover(
        @Nullable String driverName,
        @Nullable String plate,
        @Nullable Instant handedOverAt,
        @Nullable List<String> seals,
        List<Handover.Slip> slips,
        List<AssetTag> notLeft,
        List<AssetTag> unlisted,
        String reason,
        String signedName) {}
