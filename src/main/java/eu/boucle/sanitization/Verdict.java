package eu.boucle.sanitization;

/** The import verdict on one drive of a report. */
public enum Verdict {
    ERASED,
    FAILED,
    UNDECIDED
}
