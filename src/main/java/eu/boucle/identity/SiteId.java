package eu.boucle.identity;

import java.util.UUID;

/** Identity of a place where equipment stands or is fetched. */
public record SiteId(UUID value) {

    public static SiteId next() {
        return new SiteId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
