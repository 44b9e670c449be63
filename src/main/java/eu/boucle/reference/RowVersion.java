package eu.boucle.reference;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One version of a row; rows of this kind are only ever added. The version in force on a day is the highest whose first
 * day is reached: a later decision wins from its day on.
 *
 * @param from its first day; absent for what is in force from the beginning
 * @param ended the row is no more from that day on; the cells stay for display
 * @param position place in the table as shipped
 * @param restored the earlier version that this one brings back
 * @param by the person; absent for what came with a release
 */
public record RowVersion(
        ReferenceTable table,
        String key,
        int version,
        Origin origin,
        @Nullable LocalDate from,
        boolean ended,
        Map<String, String> cells,
        int position,
        @Nullable Integer restored,
        String reason,
        Instant at,
        @Nullable UUID by) {

    /** Where a version comes from. */
    public enum Origin {
        /** Came with a release and is in force. */
        SHIPPED,
        /** Came with a release after the officer had changed the row: kept for the officer to take up or not. */
        OFFERED,
        /** The officer's. */
        OFFICER
    }

    public boolean inForceOn(LocalDate day) {
        return origin != Origin.OFFERED && (from == null || !day.isBefore(from));
    }

    ReferenceRow row() {
        return new ReferenceRow(table, key, version, cells);
    }
}
