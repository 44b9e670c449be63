package eu.boucle.shared;

/**
 * A postal address in the French manner.
 *
 * @param country ISO 3166 alpha-2
 */
public record PostalAddress(String street, String postalCode, String city, String country) {

    public String oneLine() {
        return street + ", " + postalCode + " " + city + ("FR".equals(country) ? "" : ", " + country);
    }
}
