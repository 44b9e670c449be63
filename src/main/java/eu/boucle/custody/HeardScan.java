package eu.boucle.custody;

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
    enum Effect {
        /** The item was found, and its asset moved when the round moves assets. */
        DONE,
        /** The scan is kept, but nothing moved: the answer is still to be worked out. */
        REFUSED,
        /** This scan was heard before: its first answer stands. */
        HEARD_BEFORE
    }
}
