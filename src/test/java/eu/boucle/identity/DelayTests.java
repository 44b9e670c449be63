package eu.boucle.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.boucle.shared.Delay;
import eu.boucle.shared.Invalid;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DelayTests {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private final PublicHolidays holidays = new PublicHolidays();

    @ParameterizedTest
    @CsvSource({
        // Friday to Tuesday
        "2 working days,2026-11-20T17:30,2026-11-24T17:30",
        // over Armistice Day, a Wednesday
        "2 working days,2026-11-09T09:00,2026-11-12T09:00",
        // over Christmas and a weekend
        "1 working day,2026-12-24T18:00,2026-12-28T18:00",
        // over Easter Monday
        "1 working days,2027-03-26T10:00,2027-03-30T10:00",
        // begun on a Sunday
        "1 working day,2026-11-22T08:00,2026-11-23T08:00",
        "60 days,2026-10-01T12:00,2026-11-30T12:00",
        // the same hour of the day, though the night of 25 October has 25 hours
        "1 day,2026-10-24T12:00,2026-10-25T12:00",
        "PT48H,2026-10-24T12:00,2026-10-26T11:00",
    })
    void aDelayInWordsEndsOnTheHostsCalendar(String words, String start, String end) {
        assertThat(Delay.of(words).after(at(start).toInstant(), PARIS, this::works))
                .isEqualTo(at(end).toInstant());
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "2 weeks", "-1 days", "", "0 days", "PT0S", "-PT1H", "9999 days", "P9999D"})
    void otherWordsAreRefused(String words) {
        assertThatThrownBy(() -> Delay.of(words)).isInstanceOf(Invalid.class).hasMessageContaining("DELAY_WRONG");
    }

    @Test
    void aDelayIsReadBackAsItIsSaid() {
        for (String words : List.of("1 working day", "2 working days", "1 day", "60 days", "PT48H")) {
            assertThat(Delay.of(words)).hasToString(words);
        }
    }

    @Test
    void alsaceAndMoselleHaveDaysOfTheirOwn() {
        LocalDate goodFriday = LocalDate.of(2026, 4, 3);
        LocalDate saintStephen = LocalDate.of(2026, 12, 26);
        assertThat(holidays.regions()).extracting(PublicHolidays.Region::code).containsExactly("57", "67", "68");
        assertThat(List.of(goodFriday, saintStephen)).allMatch(day -> holidays.isHoliday(day, "67"));
        assertThat(List.of(goodFriday, saintStephen)).noneMatch(day -> holidays.isHoliday(day, "FR"));
        assertThat(holidays.isHoliday(LocalDate.of(2026, 7, 14), "57")).isTrue();
    }

    private boolean works(LocalDate day) {
        return day.getDayOfWeek().getValue() < 6 && !holidays.isHoliday(day, "FR");
    }

    private static ZonedDateTime at(String local) {
        return LocalDateTime.parse(local).atZone(PARIS);
    }
}
