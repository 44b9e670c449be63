package eu.boucle.custody;

import java.util.UUID;

/** Identity of a scan round. */
public record RoundId(UUID value) {

    public static RoundId next() {
        return new RoundId(UUID.randomUUID());
    }
}
