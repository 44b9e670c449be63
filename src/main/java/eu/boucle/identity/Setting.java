package eu.boucle.identity;

import eu.boucle.shared.Delay;
import eu.boucle.shared.Invalid;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What the host may set, with what holds until it does. Delays are in words that {@link Delay} reads. */
public enum Setting {
    REVIEW_REMINDER(Kind.DELAY, "2 working days"),
    REVIEW_ESCALATION(Kind.DELAY, "4 working days"),
    MEDIA_REMINDER(Kind.DELAY, "10 working days"),
    MEDIA_ESCALATION(Kind.DELAY, "15 working days"),
    VALIDATION(Kind.DELAY, "2 working days"),
    CONFIRMATION_REMINDER(Kind.DELAY, "PT48H"),
    CONFIRMATION_ESCALATION(Kind.DELAY, "4 working days"),
    TREATMENT_REMINDER(Kind.DELAY, "45 days"),
    TREATMENT_ESCALATION(Kind.DELAY, "60 days"),
    FINAL_OPERATIONS_REMINDER(Kind.DELAY, "60 days"),
    FINAL_OPERATIONS_ESCALATION(Kind.DELAY, "90 days"),
    DISCREPANCY_REMINDER(Kind.DELAY, "PT24H"),
    /** By when a discrepancy is resolved; one about a medium has 72 hours, whatever is set. */
    DISCREPANCY_ESCALATION(Kind.DELAY, "5 working days"),
    QUESTION_REMINDER(Kind.DELAY, "3 working days"),
    DESTRUCTION_REMINDER(Kind.DELAY, "3 working days"),
    DESTRUCTION_ESCALATION(Kind.DELAY, "5 working days"),
    /** How far the weight received may be from the estimate, in percent, before a discrepancy opens. */
    WEIGHT_TOLERANCE(Kind.PERCENT, "25"),
    /** How far the fractions may be from the weight received, in percent, before the officer rules. */
    MASS_BALANCE_TOLERANCE(Kind.PERCENT, "5"),
    /** Whose public holidays: a French department with days of its own, or {@code FR}. */
    HOLIDAYS(Kind.REGION, "FR"),
    /** The host's own closed days, ISO dates separated by spaces. */
    CLOSED_DAYS(Kind.DAYS, "");

    private static final int MOST_DAYS = 150;

    /** What kind of value it takes. */
    public enum Kind {
        DELAY,
        PERCENT,
        REGION,
        DAYS
    }

    private final Kind kind;
    private final String usual;

    Setting(Kind kind, String usual) {
        this.kind = kind;
        this.usual = usual;
    }

    public Kind kind() {
        return kind;
    }

    /** What holds until somebody sets it. */
    public String usual() {
        return usual;
    }

    /** The value in the one form that is kept. @throws Invalid {@code DELAY_WRONG}, {@code PERCENT_WRONG}, {@code REGION_WRONG}, {@code CLOSED_DAYS_WRONG} */
    String checked(String given, PublicHolidays holidays) {
        String text = given.strip();
        return switch (kind) {
            case DELAY -> delay(text);
            case PERCENT -> percent(text);
            case REGION -> {
                if (!holidays.knows(text)) {
                    throw Invalid.field(name(), "REGION_WRONG", text);
                }
                yield text;
            }
            case DAYS -> days(text);
        };
    }

    private String delay(String text) {
        try {
            return Delay.of(text).toString();
        } catch (Invalid e) {
            throw Invalid.field(name(), "DELAY_WRONG", text);
        }
    }

    private String percent(String text) {
        String plain = text.replace(',', '.');
        if (!plain.matches("\\d{1,3}(\\.\\d{1,2})?") || new BigDecimal(plain).compareTo(new BigDecimal("100")) > 0) {
            throw Invalid.field(name(), "PERCENT_WRONG", text);
        }
        return new BigDecimal(plain).stripTrailingZeros().toPlainString();
    }

    private String days(String text) {
        try {
            List<LocalDate> days = daysOf(text);
            if (days.size() > MOST_DAYS) {
                throw Invalid.field(name(), "CLOSED_DAYS_WRONG", Integer.toString(days.size()), MOST_DAYS);
            }
            return days.stream().map(LocalDate::toString).collect(Collectors.joining(" "));
        } catch (DateTimeException e) {
            throw Invalid.field(name(), "CLOSED_DAYS_WRONG", text, MOST_DAYS);
        }
    }

    static List<LocalDate> daysOf(String text) {
        return Arrays.stream(text.split("[\\s,;]+"))
                .filter(day -> !day.isEmpty())
                .map(LocalDate::parse)
                .distinct()
                .sorted()
                .toList();
    }
}
