package eu.boucle.reference;

import eu.boucle.shared.Invalid;
import eu.boucle.shared.Reason;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Command: the officer gives a row, new or known, these cells from a day on.
 *
 * @param seen the version that the officer was looking at; absent when nothing was (then whatever stands is replaced)
 * @throws Invalid {@code REFERENCE_FROM_WRONG} for a day before 2000 or far ahead
 */
public record ChangeRow(
        Map<String, String> cells,
        LocalDate from,
        Reason reason,
        @Nullable Integer seen) {

    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2100, 1, 1);

    public ChangeRow {
        cells = Map.copyOf(cells);
        refuseAbsurd(from);
    }

    static void refuseAbsurd(LocalDate from) {
        if (from.isBefore(EARLIEST) || from.isAfter(LATEST)) {
            throw Invalid.field("from", "REFERENCE_FROM_WRONG", from.toString());
        }
    }
}
