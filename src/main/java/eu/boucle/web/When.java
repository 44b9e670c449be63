package eu.boucle.web;

import eu.boucle.shared.Period;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Times as the reader says them, in the host's zone: {@code ${@when.dayTime(instant)}} in templates. */
@Component("when")
public class When {

    private final ZoneId zone;
    private final Clock clock;
    private final MessageSource messages;

    When(@Value("${boucle.zone}") ZoneId zone, Clock clock, MessageSource messages) {
        this.zone = zone;
        this.clock = clock;
        this.messages = messages;
    }

    public ZoneId zone() {
        return zone;
    }

    /** {@code 23 nov. 2026}. */
    public String day(@Nullable Instant at) {
        return at == null ? "" : format(FormatStyle.MEDIUM).format(at.atZone(zone));
    }

    public String day(@Nullable LocalDate day) {
        return day == null ? "" : format(FormatStyle.MEDIUM).format(day);
    }

    /** {@code 23 nov. 2026, 19:16}. */
    public String dayTime(@Nullable Instant at) {
        return at == null ? "" : day(at) + ", " + time(at);
    }

    /** {@code 19:16}. */
    public String time(@Nullable Instant at) {
        return at == null ? "" : DateTimeFormatter.ofPattern("HH:mm", locale()).format(at.atZone(zone));
    }

    /** For the {@code datetime} attribute of {@code <time>}. */
    public String machine(@Nullable Instant at) {
        return at == null
                ? ""
                : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        at.truncatedTo(ChronoUnit.SECONDS).atZone(zone));
    }

    public String period(@Nullable Period period) {
        return period == null
                ? ""
                : period.from().equals(period.to())
                        ? day(period.from())
                        : day(period.from()) + " – " + day(period.to());
    }

    public boolean past(@Nullable Instant at) {
        return at != null && at.isBefore(clock.instant());
    }

    /** How far away, roughly: {@code depuis 3 jours}, {@code dans 2 heures}, {@code à l’instant}. */
    public String ago(@Nullable Instant at) {
        return at != null && Duration.between(at, clock.instant()).abs().toMinutes() < 1 ? say("when.now") : away(at);
    }

    /** As {@link #ago}, but never less than a minute: for sentences about a term. */
    public String away(@Nullable Instant at) {
        if (at == null) {
            return "";
        }
        Duration away = Duration.between(at, clock.instant());
        String side = away.isNegative() ? "when.in." : "when.since.";
        long minutes = Math.max(1, away.abs().toMinutes());
        if (minutes < 60) {
            return say(side + "minutes", minutes);
        }
        if (minutes < 48 * 60) {
            return say(side + "hours", minutes / 60);
        }
        return say(side + "days", minutes / 60 / 24);
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale());
    }

    private static DateTimeFormatter format(FormatStyle style) {
        return DateTimeFormatter.ofLocalizedDate(style).withLocale(locale());
    }

    /** English dates in the European order. */
    private static Locale locale() {
        return LocaleContextHolder.getLocale().getLanguage().equals("en") ? Locale.UK : Locale.FRANCE;
    }
}
