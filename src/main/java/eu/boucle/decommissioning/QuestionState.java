package eu.boucle.decommissioning;

/** Life of a question: ASKED → ANSWERED by the client → CLOSED by the asker, who may also close it unanswered. */
public enum QuestionState {
    ASKED,
    ANSWERED,
    CLOSED
}
