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
    MISSING;

    /** Whether evidence or a person may move a medium from here to there. A failed one is never erased afterwards. */
    public boolean mayBecome(MediumStatus next) {
        return switch (this) {
            case EXPECTED, UNDECIDED -> next != EXPECTED;
            case FAILED -> next == DESTROYED || next == RETURNED || next == MISSING;
            case ENTRUSTED -> next == ERASED || next == DESTROYED || next == FAILED || next == UNDECIDED;
            case ERASED, DESTROYED, RETURNED, MISSING -> false;
        };
    }

    /** Nothing more is awaited before its asset may leave; a missing one is decided only once its loss is accepted. */
    public boolean decided(boolean lossAccepted) {
        return switch (this) {
            case ERASED, DESTROYED, RETURNED, ENTRUSTED -> true;
            case MISSING -> lossAccepted;
            case EXPECTED, FAILED, UNDECIDED -> false;
        };
    }
}
