package eu.boucle.process;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A delay said in words. Days end at the same hour of the host's day, whatever the clocks do in between; working days
 * skip weekends and public holidays.
 */
record Delay(Kind kind, int days, Duration exact) {

    private static final Pattern WORDS = Pattern.compile("(\\d{1,4}) (working )?days?");

    enum Kind {
        WORKING_DAYS,
        DAYS,
        EXACT
    }

    static Delay of(String words) {
        Matcher matcher = WORDS.matcher(words.strip());
        if (matcher.matches()) {
            Kind kind = matcher.group(2) == null ? Kind.DAYS : Kind.WORKING_DAYS;
            return new Delay(kind, Integer.parseInt(matcher.group(1)), Duration.ZERO);
        }
        return new Delay(Kind.EXACT, 0, Duration.parse(words.strip()));
    }

    Instant after(Instant start, ZoneId zone, WorkingDays calendar) {
        ZonedDateTime from = start.atZone(zone);
        return switch (kind) {
            case EXACT -> start.plus(exact);
            case DAYS -> from.plusDays(days).toInstant();
            case WORKING_DAYS -> calendar.after(from, days).toInstant();
        };
    }
}
