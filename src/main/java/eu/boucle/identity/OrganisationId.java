package eu.boucle.identity;

import java.util.UUID;

/** Identity of an organisation: the tenant. */
public record OrganisationId(UUID value) {

    public static OrganisationId next() {
        return new OrganisationId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
