package eu.boucle.decommissioning;

/** Life of a request. Ends: REJECTED, CANCELLED, CLOSED. */
public enum RequestStatus {
    DRAFT,
    SUBMITTED,
    RETURNED,
    ACCEPTED,
    IN_PREPARATION,
    READY,
    HANDED_OVER,
    TREATED,
    CLOSED,
    REJECTED,
    CANCELLED
}
