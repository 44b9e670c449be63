package eu.boucle.pickup;

/** Life of a run. Ends: TREATED, CANCELLED. */
public enum RunStatus {
    PLANNED,
    PROPOSED,
    CONFIRMED,
    DECLINED,
    LOADING,
    CLOSED,
    HANDED_OVER,
    WEIGHED_IN,
    TREATED,
    CANCELLED
}
