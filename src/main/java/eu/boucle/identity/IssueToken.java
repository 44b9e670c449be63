package eu.boucle.identity;

import eu.boucle.shared.Invalid;
import eu.boucle.shared.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Command: give oneself an API token.
 *
 * @param days how long it works, 1 to 365
 * @throws Invalid naming what is missing or wrong
 */
public record IssueToken(String name, Set<TokenScope> scopes, int days) {

    public static final int LONGEST_NAME = 80;
    public static final int MOST_DAYS = 365;

    public IssueToken {
        name = name.strip();
        scopes = Set.copyOf(scopes);
        List<Problem> problems = new ArrayList<>();
        if (name.isEmpty()) {
            problems.add(new Problem("name", "TEXT_MISSING", name));
        } else if (name.length() > LONGEST_NAME) {
            problems.add(new Problem("name", "TEXT_TOO_LONG", name, List.of(LONGEST_NAME)));
        }
        if (scopes.isEmpty()) {
            problems.add(new Problem("scopes", "SCOPE_MISSING", null));
        }
        if (days < 1 || days > MOST_DAYS) {
            problems.add(new Problem("days", "DAYS_WRONG", Integer.toString(days), List.of(MOST_DAYS)));
        }
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
    }
}
