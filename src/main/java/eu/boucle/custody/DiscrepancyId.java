package eu.boucle.custody;

import java.util.UUID;

/** Identity of a discrepancy; also the business key of its process. */
public record DiscrepancyId(UUID value) {

    public static DiscrepancyId next() {
        return new DiscrepancyId(UUID.randomUUID());
    }
}
