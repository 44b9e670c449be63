package eu.boucle.asset;

import java.util.UUID;

/** Identity of a medium, born before its row; also the business key of its destruction. */
public record MediumId(UUID value) {

    public static MediumId next() {
        return new MediumId(UUID.randomUUID());
    }
}
