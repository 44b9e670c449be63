package eu.boucle.shared;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A delay said in words: {@code 2 working days}, {@code 60 days}, {@code PT48H}. Days end at the same hour of the host's
 * day, whatever the clocks do in between; working days skip those that the host's calendar does not work.
 */
public record Delay(Kind kind, int days, Duration exact) {

    private static final Pattern WORDS = Pattern.compile("(\\d{1,4}) (working )?days?");
    private static final int MOST_DAYS = 3_650;

    /** How it is counted. */
    public enum Kind {
        WORKING_DAYS,
        DAYS,
        EXACT
    }

    /** @throws Invalid {@code DELAY_WRONG} unless it is longer than nothing and at most ten years */
    public static Delay of(String words) {
        String text = words.strip();
        Matcher matcher = WORDS.matcher(text);
        if (matcher.matches()) {
            int days = Integer.parseInt(matcher.group(1));
            if (days >= 1 && days <= MOST_DAYS) {
                return new Delay(matcher.group(2) == null ? Kind.DAYS : Kind.WORKING_DAYS, days, Duration.ZERO);
            }
            throw wrong(text);
        }
        try {
            Duration exact = Duration.parse(text);
            if (!exact.isNegative() && !exact.isZero() && exact.toDays() <= MOST_DAYS) {
                return new Delay(Kind.EXACT, 0, exact);
            }
        } catch (DateTimeException e) {
            throw wrong(text);
        }
        throw wrong(text);
    }

    public static Delay workingDays(int days) {
        return new Delay(Kind.WORKING_DAYS, days, Duration.ZERO);
    }

    /** @param works whether the host works that day */
    public Instant after(Instant start, ZoneId zone, Predicate<LocalDate> works) {
        ZonedDateTime from = start.atZone(zone);
        return switch (kind) {
            case EXACT -> start.plus(exact);
            case DAYS -> from.plusDays(days).toInstant();
            case WORKING_DAYS -> {
                ZonedDateTime day = from;
                for (int left = days; left > 0; ) {
                    day = day.plusDays(1);
                    if (works.test(day.toLocalDate())) {
                        left--;
                    }
                }
                yield day.toInstant();
            }
        };
    }

    /** The words that {@link #of} reads. */
    @Override
    public String toString() {
        String unit = days == 1 ? " day" : " days";
        return switch (kind) {
            case EXACT -> exact.toString();
            case DAYS -> days + unit;
            case WORKING_DAYS -> days + " working" + unit;
        };
    }

    private static Invalid wrong(String text) {
        return Invalid.field("delay", "DELAY_WRONG", text);
    }
}
