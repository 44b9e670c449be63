package eu.boucle.custody;

/** How a discrepancy ended. */
public enum DiscrepancyOutcome {
    FOUND,
    LOST,
    RETURNED,
    MISDECLARED,
    ACCEPTED
}
