package eu.boucle.identity;

import eu.boucle.shared.Invalid;
import eu.boucle.shared.PostalAddress;
import eu.boucle.shared.Problem;
import java.util.ArrayList;
import java.util.List;

/** Collects all that is wrong with the texts of a command, then refuses once. */
final class Texts {

    private final List<Problem> problems = new ArrayList<>();

    void required(String path, String value, int longest) {
        if (value.isBlank()) {
            problems.add(new Problem(path, "TEXT_MISSING", value));
        } else {
            optional(path, value, longest);
        }
    }

    void optional(String path, String value, int longest) {
        if (value.length() > longest) {
            problems.add(new Problem(path, "TEXT_TOO_LONG", value, List.of(longest)));
        } else if (value.chars().anyMatch(letter -> letter < ' ' && letter != '\n' && letter != '\r')) {
            problems.add(new Problem(path, "TEXT_BAD_CHARACTER", value.replaceAll("\\p{Cntrl}", "·")));
        }
    }

    void address(PostalAddress address) {
        required("address/street", address.street(), 200);
        required("address/postalCode", address.postalCode(), 12);
        required("address/city", address.city(), 120);
        if (!address.country().matches("[A-Z]{2}")) {
            problems.add(new Problem("address/country", "COUNTRY_WRONG", address.country()));
        }
    }

    void email(String path, String value) {
        if (value.length() > 200 || !value.matches("[^@\\s,;<>]+@[^@\\s,;<>]+\\.[^@\\s,;<>.]{2,}")) {
            problems.add(new Problem(path, "EMAIL_WRONG", value));
        }
    }

    void add(Problem problem) {
        problems.add(problem);
    }

    void refuse() {
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
    }
}
