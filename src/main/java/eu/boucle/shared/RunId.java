package eu.boucle.shared;

import java.util.UUID;

/** Identity of a run of the recycling partner, born before its row; also the business key of its process. */
public record RunId(UUID value) {

    public static RunId next() {
        return new RunId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
