package eu.boucle.flow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Port: where a case stands in its diagram, and what is stuck. Callers check first that the reader may see the case. */
public interface FlowView {

    /** The case's place in its diagram; empty when no process was ever started for it. */
    Optional<Standing> standing(UUID subject);

    /** The diagram as BPMN XML by its key ({@code decommissioning}); empty when there is none. */
    Optional<String> diagram(String key);

    /** Everything stuck, oldest first: ids only, no data of a client. */
    List<Incident> incidents();

    /** Tries a stuck step again. @return false when there is no such incident any more */
    boolean retry(String incident);

    /** The machine that moves the cases, by figures only. */
    Machinery machinery();

    /**
     * @param version of the machine
     * @param waiting steps and timers that are to come
     * @param due those that may be done now
     * @param stuck those that failed too often and wait for a person
     */
    record Machinery(String version, long waiting, long due, long stuck) {}

    /**
     * @param diagram key of the diagram
     * @param active ids of the elements where a token waits
     * @param passed ids of the elements already left
     * @param stuck ids of the elements with an incident
     */
    record Standing(String diagram, List<String> active, List<String> passed, List<String> stuck, boolean ended) {}

    /**
     * @param step id of the diagram's element
     * @param cause one line, without data of a client
     */
    record Incident(
            String id,
            String diagram,
            UUID subject,
            String step,
            Instant since,
            @Nullable String cause) {}
}
