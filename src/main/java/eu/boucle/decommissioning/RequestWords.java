package eu.boucle.decommissioning;

import eu.boucle.shared.SerialNumber;
import java.util.Locale;
import java.util.Map;

/**
 * What people type to find a request: the beginning of its reference, or any part of a serial or a model on its list.
 *
 * <p>On PostgreSQL trigram indexes answer it; H2, the trial mode, reads the lists through. Less than three characters make
 * no trigram and are taken as a beginning.
 */
record RequestWords(String text) {

    private static final int TRIGRAM = 3;
    private static final int LONGEST = 80;

    /** A condition on requests (alias {@code r}); it asks nothing of the reader's scope. */
    static final String CONDITION = """
             and r.id in (
                select id from decommissioning_request where reference like :words escape '!'
                union select request_id from request_line
                    where serial like :serial escape '!' or model_upper like :model escape '!'
                union select request_id from request_medium where serial like :serial escape '!')
            """;

    /**
     * The same on PostgreSQL, where rows behind a policy are read before a {@code like} may look at them, index or not:
     * the lists are searched by their owner, who answers with numbers of requests only, and the wall stands before these.
     */
    static final String CONDITION_BEHIND_THE_WALL =
            " and r.id in (select boucle_requests_with(:words, :serial, :model))";

    Map<String, String> parameters() {
        String words = text.strip().toUpperCase(Locale.ROOT);
        return Map.of(
                "words", escaped(words) + "%", "model", part(words), "serial", part(SerialNumber.normalise(text)));
    }

    private static String part(String words) {
        if (words.isEmpty()) {
            return "";
        }
        return (words.length() < TRIGRAM ? "" : "%") + escaped(words) + "%";
    }

    private static String escaped(String words) {
        String bounded = words.length() > LONGEST ? words.substring(0, LONGEST) : words;
        return bounded.replace("\u0000", "")
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
    }
}
