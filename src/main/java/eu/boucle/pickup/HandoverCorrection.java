package eu.boucle.pickup;

import eu.boucle.scancode.AssetTag;
import eu.boucle.shared.RunId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A note beside a handover: written by the storekeeper, counter-signed or refused by the partner. What it corrects is
 * never changed; whoever reads the handover reads the notes.
 *
 * @param number from 1 on each run
 * @param writtenName as typed by its writer
 * @param answeredName as typed by who counter-signed or refused it
 */
public record HandoverCorrection(
        UUID id,
        RunId run,
        int number,
        @Nullable String driverName,
        @Nullable String plate,
        @Nullable Instant handedOverAt,
        @Nullable List<String> seals,
        List<Handover.Slip> slips,
        List<AssetTag> notLeft,
        List<AssetTag> unlisted,
        String reason,
        Standing standing,
        Instant writtenAt,
        @Nullable UUID writtenBy,
        String writtenName,
        @Nullable Instant answeredAt,
        @Nullable UUID answeredBy,
        @Nullable String answeredName,
        @Nullable String answerReason) {

    public enum Standing {
        WRITTEN,
        COUNTERSIGNED,
        REFUSED
    }
}
