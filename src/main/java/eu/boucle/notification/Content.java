package eu.boucle.notification;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a letter says beyond the sentences of its kind.
 *
 * @param facts what the sentences name: references, numbers, days
 * @param quoted what somebody wrote, word for word; empty when nobody did
 * @param address where its link leads
 * @param calendar an iCalendar file that goes with it
 */
record Content(List<String> facts, String quoted, String address, byte @Nullable [] calendar) {

    Content(List<String> facts, String address) {
        this(facts, "", address, null);
    }

    Content quoting(@Nullable String words) {
        return new Content(facts, words == null ? "" : words, address, calendar);
    }

    Content with(byte[] file) {
        return new Content(facts, quoted, address, file);
    }

    /** Keeps links out of logs. */
    @Override
    public String toString() {
        return "Content" + facts;
    }
}
