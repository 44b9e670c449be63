package eu.boucle.custody;

/** How a discrepancy ended. */
public enum DiscrepancyOutcome {
    FOUND,
    LOST,
    RETURNED,
    MISDECLARED,
    ACCEPTED,
    /** A medium found with the partner, entrusted to it by the client's instruction. */
    ENTRUSTED
}
