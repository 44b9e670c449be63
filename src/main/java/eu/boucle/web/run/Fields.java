package eu.boucle.web.run;

import eu.boucle.shared.Invalid;
import eu.boucle.shared.Period;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was typed into a form, by the name of the field, which is also the path of a problem with it. */
record Fields(Map<String, String> given) {

    String text(String name) {
        return given.getOrDefault(name, "").strip();
    }

    boolean has(String name) {
        return !text(name).isEmpty();
    }

    @Nullable
    LocalDate dateOrNone(String name) {
        String text = text(name);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw Invalid.field(name, "FORM_DATE_WRONG", text);
        }
    }

    LocalDate date(String name) {
        LocalDate date = dateOrNone(name);
        if (date == null) {
            throw Invalid.field(name, "FORM_DATE_WRONG", "");
        }
        return date;
    }

    /** Both days, or none of them. */
    @Nullable
    Period periodOrNone(String name) {
        return has(name + "/from") || has(name + "/to") ? period(name) : null;
    }

    Period period(String name) {
        return new Period(date(name + "/from"), date(name + "/to"));
    }

    /** As typed by a French hand: a comma, spaces between thousands. */
    @Nullable
    BigDecimal decimalOrNone(String name) {
        String text = text(name).replaceAll("[\\s\\u00A0\\u202F]", "").replace(',', '.');
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("-?\\d{1,9}(\\.\\d{1,6})?")) {
            throw Invalid.field(name, "FORM_NUMBER_WRONG", text(name));
        }
        return new BigDecimal(text);
    }

    BigDecimal decimal(String name) {
        BigDecimal value = decimalOrNone(name);
        if (value == null) {
            throw Invalid.field(name, "FORM_NUMBER_WRONG", "");
        }
        return value;
    }

    /** A moment as the browser's own picker gives it, on the host's clock. */
    Instant moment(String name, ZoneId zone) {
        try {
            return LocalDateTime.parse(text(name)).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw Invalid.field(name, "FORM_DATE_WRONG", text(name));
        }
    }
}
