package eu.boucle.certificate;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The wording of one document in one language, as a certificate is drawn by it.
 *
 * @param clauses the sentences with their names in braces
 */
record Template(CertificateType type, int version, boolean approved, Map<Clause, String> clauses) {

    static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");

    /** The sentence with its values; empty for one that states law while nobody approved it, or that was left out. */
    String say(Clause clause, Object... values) {
        if (clause.law() && !approved) {
            return "";
        }
        return PLACEHOLDER.matcher(clauses.getOrDefault(clause, "")).replaceAll(found -> {
            int at = clause.placeholders().indexOf(found.group(1));
            return Matcher.quoteReplacement(at < 0 || at >= values.length ? found.group() : values[at].toString());
        });
    }
}
