package eu.boucle.identity;

import eu.boucle.shared.Delay;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The host's calendar: Monday to Friday without public holidays and without its own closed days, in its zone. */
@Component
public class HostCalendar {

    private final HostSettings settings;
    private final PublicHolidays holidays;
    private final ZoneId zone;

    HostCalendar(HostSettings settings, PublicHolidays holidays, @Value("${boucle.zone}") ZoneId zone) {
        this.settings = settings;
        this.holidays = holidays;
        this.zone = zone;
    }

    /** When a delay ends that begins now. */
    public Instant after(Instant start, Delay delay) {
        return delay.after(start, zone, this::works);
    }

    public boolean works(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !holidays.isHoliday(day, settings.text(Setting.HOLIDAYS))
                && !settings.closedDays().contains(day);
    }
}
