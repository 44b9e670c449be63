package eu.boucle.decommissioning;

import java.util.UUID;

/** A question on an asset; it is also the key of its process. */
public record QuestionId(UUID value) {

    public static QuestionId next() {
        return new QuestionId(UUID.randomUUID());
    }
}
