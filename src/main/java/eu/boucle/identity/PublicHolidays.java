package eu.boucle.identity;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * French public holidays (Code du travail, L3133-1) and those of the departments that have more: Alsace and Moselle
 * (L3134-13).
 */
@Component
public class PublicHolidays {

    /** The days of the whole country. */
    static final String COUNTRY = "FR";

    private static final Year ANY_YEAR = Year.of(2026);

    private final HolidayManager days = HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.FRANCE));
    private final List<Region> regions;

    PublicHolidays() {
        int usual = days.getHolidays(ANY_YEAR).size();
        regions = days.getCalendarHierarchy().getChildren().values().stream()
                .filter(child -> days.getHolidays(ANY_YEAR, child.getId()).size() > usual)
                .map(PublicHolidays::region)
                .sorted(Comparator.comparing(Region::code))
                .toList();
    }

    /** A department with days of its own. */
    public record Region(String code, String name) {}

    /** Those that have days of their own. */
    public List<Region> regions() {
        return regions;
    }

    boolean knows(String region) {
        return COUNTRY.equals(region)
                || regions.stream().anyMatch(known -> known.code().equals(region));
    }

    boolean isHoliday(LocalDate day, String region) {
        return COUNTRY.equals(region) ? days.isHoliday(day) : days.isHoliday(day, region);
    }

    private static Region region(CalendarHierarchy child) {
        return new Region(child.getId(), child.getDescription(Locale.FRENCH));
    }
}
