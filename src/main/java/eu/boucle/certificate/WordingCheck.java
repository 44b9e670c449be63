package eu.boucle.certificate;

import eu.boucle.document.Papers;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.Problem;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whether sentences can stand on a paper: only the names that their clause knows, and nothing that nobody can promise. */
final class WordingCheck {

    private static final int LONGEST = 1500;

    private static final Pattern LINE_END = Pattern.compile("\\s*\\R\\s*");

    /** No erasure and no partner's report carries these. */
    private static final List<String> NEVER =
            List.of("irrécupérable", "irrecuperable", "unrecoverable", "irrecoverable", "irréversible", "irreversibl");

    private WordingCheck() {}

    /**
     * The latest sentences with the given ones in their place.
     *
     * @throws Invalid {@code WORDING_PLACEHOLDER_UNKNOWN} and others, each by the clause's name
     */
    static Map<Clause, String> checked(WordingVersion latest, Map<String, String> given) {
        List<Problem> problems = new ArrayList<>();
        Map<Clause, String> clauses = new EnumMap<>(Clause.class);
        clauses.putAll(latest.clauses());
        given.forEach((name, sentence) -> {
            Clause clause = Clause.of(latest.type()).stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElse(null);
            if (clause == null) {
                problems.add(new Problem("clauses/" + name, "WORDING_CLAUSE_UNKNOWN", name));
            } else {
                String onOneLine = LINE_END.matcher(sentence).replaceAll(" ").strip();
                clauses.put(clause, onOneLine);
                sentence(clause, onOneLine, problems);
            }
        });
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
        return clauses;
    }

    private static void sentence(Clause clause, String sentence, List<Problem> problems) {
        String path = "clauses/" + clause.name();
        if (sentence.isEmpty() && !clause.law()) {
            problems.add(new Problem(path, "WORDING_EMPTY", "", List.of(clause)));
        }
        if (sentence.length() > LONGEST) {
            problems.add(new Problem(path, "WORDING_TOO_LONG", sentence, List.of(clause, LONGEST)));
        }
        if (sentence.chars()
                .anyMatch(one -> Character.isISOControl(one) || Character.getType(one) == Character.FORMAT)) {
            problems.add(new Problem(path, "WORDING_CONTROL", "", List.of(clause)));
        }
        Papers.unprintable(sentence)
                .ifPresent(
                        letter -> problems.add(new Problem(path, "WORDING_LETTER_UNKNOWN", letter, List.of(clause))));
        Matcher names = Template.PLACEHOLDER.matcher(sentence);
        while (names.find()) {
            if (!clause.placeholders().contains(names.group(1))) {
                problems.add(new Problem(
                        path,
                        "WORDING_PLACEHOLDER_UNKNOWN",
                        names.group(1),
                        List.of(allowed(clause), clause.placeholders().size(), clause)));
            }
        }
        String rest = Template.PLACEHOLDER.matcher(sentence).replaceAll("");
        if (rest.contains("{") || rest.contains("}")) {
            problems.add(new Problem(path, "WORDING_BRACE_ALONE", sentence, List.of(clause)));
        }
        String plain = sentence.toLowerCase(Locale.ROOT);
        NEVER.stream()
                .filter(plain::contains)
                .findFirst()
                .ifPresent(word -> problems.add(new Problem(path, "WORDING_CLAIMS_TOO_MUCH", word, List.of(clause))));
    }

    private static String allowed(Clause clause) {
        return clause.placeholders().stream().map(name -> "{" + name + "}").collect(Collectors.joining(", "));
    }
}
