package eu.boucle.custody;

import eu.boucle.asset.AssetId;
import eu.boucle.scancode.AssetTag;
import eu.boucle.shared.SerialNumber;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A scan understood and about to take effect.
 *
 * @param tag absent when the code is none of ours
 * @param happenedAt by the device's clock, never later than heard
 * @param heardAt by ours
 */
record HeardScan(
        UUID id,
        Round round,
        String code,
        @Nullable AssetTag tag,
        boolean repaired,
        @Nullable SerialNumber serial,
        String note,
        Instant happenedAt,
        Instant heardAt,
        @Nullable UUID by) {

    /** What came of it. */
    sealed interface Effect {

        /** The item was found, and its asset moved when the round moves assets. @param serial as the list has it */
        record Done(
                AssetId asset,
                String manufacturer,
                String model,
                @Nullable String serial) implements Effect {}

        /** The scan is kept, but nothing moved: the answer is still to be worked out. */
        record Refused() implements Effect {}

        /** This scan was heard before, or after its round was closed: the answer stands beside it. */
        record Answered() implements Effect {}
    }

    ScanAnswer accepted(AssetTag known, Effect.Done done) {
        String listed = done.serial() == null ? "" : done.serial();
        String given = serial == null ? "" : serial.raw();
        return new ScanAnswer.Accepted(
                id, known, done.manufacturer(), done.model(), listed.isEmpty() ? given : listed, repaired);
    }
}
