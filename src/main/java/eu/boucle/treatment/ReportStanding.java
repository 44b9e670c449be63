package eu.boucle.treatment;

/** Whether a report counts. A correction of what is already certified waits for the officer. */
public enum ReportStanding {
    IN_FORCE,
    PROPOSED,
    REFUSED,
    /** The partner sent another one before the officer ruled. */
    REPLACED
}
