package eu.boucle.shared;

import java.time.LocalDate;

/**
 * Days from first to last, both included, in the host's calendar.
 *
 * @throws Invalid {@code PERIOD_REVERSED} when the last day is before the first
 */
public record Period(LocalDate from, LocalDate to) {

    public Period {
        if (to.isBefore(from)) {
            throw Invalid.field("window", "PERIOD_REVERSED", from + " – " + to);
        }
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
