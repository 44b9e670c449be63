package eu.boucle.web.api;

import eu.boucle.shared.PostalAddress;
import org.jspecify.annotations.Nullable;

/** A postal address as a caller gives it; without a country it is French. */
record AddressJson(
        @Nullable String street,
        @Nullable String postalCode,
        @Nullable String city,
        @Nullable String country) {

    static PostalAddress address(@Nullable AddressJson address) {
        AddressJson given = Given.required("address", address);
        String country = given.country();
        return new PostalAddress(
                Given.text(given.street()),
                Given.text(given.postalCode()),
                Given.text(given.city()),
                country == null ? "FR" : country);
    }
}
