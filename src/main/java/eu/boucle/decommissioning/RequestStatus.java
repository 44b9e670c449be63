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
    CANCELLED;

    /** Nothing more happens to it. */
    public boolean ended() {
        return this == CLOSED || this == REJECTED || this == CANCELLED;
    }

    /** The client may still change it. */
    public boolean editable() {
        return this == DRAFT || this == RETURNED;
    }
}
