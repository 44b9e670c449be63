package eu.boucle.identity;

import eu.boucle.shared.Invalid;
import eu.boucle.shared.PostalAddress;
import eu.boucle.shared.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * Command: remember a place where a client's equipment is fetched.
 *
 * @throws Invalid naming each missing or over-long field
 */
public record AddSite(OrganisationId organisation, String name, PostalAddress address, String access) {

    public AddSite {
        List<Problem> problems = new ArrayList<>();
        text(problems, "name", name, 120);
        text(problems, "address/street", address.street(), 200);
        text(problems, "address/postalCode", address.postalCode(), 12);
        text(problems, "address/city", address.city(), 120);
        if (!address.country().matches("[A-Z]{2}")) {
            problems.add(new Problem("address/country", "COUNTRY_WRONG", address.country()));
        }
        if (access.length() > 500) {
            problems.add(new Problem("access", "TEXT_TOO_LONG", access, List.of(500)));
        }
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
    }

    private static void text(List<Problem> problems, String path, String value, int longest) {
        if (value.isBlank()) {
            problems.add(new Problem(path, "TEXT_MISSING", value));
        } else if (value.length() > longest) {
            problems.add(new Problem(path, "TEXT_TOO_LONG", value, List.of(longest)));
        }
    }
}
