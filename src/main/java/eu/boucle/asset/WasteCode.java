package eu.boucle.asset;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code reference/waste-codes.csv}: valid or not on the take-over date of the shipment, never "today".
 *
 * @param code with spaces and star: {@code 16 02 13*}
 */
public record WasteCode(
        String code,
        boolean dangerous,
        String labelFr,
        String labelEn,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        String status) {

    public boolean validOn(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || !day.isAfter(validTo));
    }
}
