package eu.boucle.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Days and hours as letters write them, in the host's zone; English ones in the European order. */
@Component
class Moments {

    private final ZoneId zone;

    Moments(@Value("${boucle.zone}") ZoneId zone) {
        this.zone = zone;
    }

    String dayTime(Instant at, Locale reader) {
        return day(at.atZone(zone).toLocalDate(), reader) + ", "
                + DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(at.atZone(zone));
    }

    String day(LocalDate day, Locale reader) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(reader.getLanguage().equals("en") ? Locale.UK : Locale.FRANCE)
                .format(day);
    }
}
