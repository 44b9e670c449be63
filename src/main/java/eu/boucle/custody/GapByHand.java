package eu.boucle.custody;

/** What a person may open a discrepancy about; the others are found by comparing lists. */
public enum GapByHand {
    /** Something is here, or arrived, that no list names; perhaps of no request at all. */
    UNEXPECTED,
    COUNT_GAP,
    WEIGHT_GAP,
    /** It is not where it should be. */
    MISSING,
    DAMAGED
}
