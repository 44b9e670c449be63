package eu.boucle.identity;

import org.jspecify.annotations.Nullable;

/** Which people a list shows; what is absent does not filter. {@code words} is part of a name or address. */
public record PersonFilter(
        @Nullable Role role,
        @Nullable OrganisationId organisation,
        @Nullable PersonState state,
        @Nullable String words) {

    public static PersonFilter everybody() {
        return new PersonFilter(null, null, null, null);
    }
}
