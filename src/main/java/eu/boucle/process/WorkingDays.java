package eu.boucle.process;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.springframework.stereotype.Component;

/** Monday to Friday without French public holidays (Code du travail, L3133-1). */
@Component
class WorkingDays {

    private final HolidayManager holidays =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.FRANCE));

    ZonedDateTime after(ZonedDateTime start, int days) {
        ZonedDateTime day = start;
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            if (works(day.toLocalDate())) {
                left--;
            }
        }
        return day;
    }

    boolean works(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !holidays.isHoliday(day);
    }
}
