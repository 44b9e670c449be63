package eu.boucle.process;

import java.util.Map;
import java.util.UUID;

/**
 * What the domain answers to the questions of one diagram: the only variables that a process carries. A wait is over
 * when its answer is yes: a receive task by the answer of its own name, a user task by the one {@link #endsTask} names.
 */
interface Answers {

    Diagram diagram();

    /**
     * Asks the domain afresh; every question of the diagram has an answer.
     *
     * @param blocked whether a step was just refused or waits to be unblocked: only then is it asked what is missing
     */
    Map<String, Object> of(UUID subject, boolean blocked);

    /** The answer that ends each user task of the diagram. */
    Map<String, String> endsTask();

    /** The message that ends the case from wherever it stands. */
    String otherEnd();
}
