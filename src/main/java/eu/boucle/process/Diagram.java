package eu.boucle.process;

import java.util.Arrays;
import java.util.Optional;

/** The five diagrams of {@code bpmn/}, by the key of their process. */
enum Diagram {
    DECOMMISSIONING("decommissioning"),
    PICKUP("pickup"),
    DISCREPANCY("discrepancy"),
    DESTRUCTION("destruction"),
    QUESTION("question");

    private final String key;

    Diagram(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }

    static Optional<Diagram> byKey(String key) {
        return Arrays.stream(values())
                .filter(diagram -> diagram.key.equals(key))
                .findFirst();
    }
}
