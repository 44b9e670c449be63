package eu.boucle.asset;

/** Life of a medium: EXPECTED until evidence. Decided: ERASED, DESTROYED, RETURNED, ENTRUSTED, and MISSING once accepted by the officer. */
public enum MediumStatus {
    EXPECTED,
    ERASED,
    FAILED,
    UNDECIDED,
    DESTROYED,
    RETURNED,
    ENTRUSTED,
    MISSING
}
