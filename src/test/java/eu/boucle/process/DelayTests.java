package eu.boucle.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DelayTests {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private final WorkingDays calendar = new WorkingDays();

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
        assertThat(Delay.of(words).after(at(start).toInstant(), PARIS, calendar))
                .isEqualTo(at(end).toInstant());
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "2 weeks", "-1 days", ""})
    void otherWordsAreRefused(String words) {
        assertThatThrownBy(() -> Delay.of(words)).isInstanceOf(java.time.format.DateTimeParseException.class);
    }

    private static ZonedDateTime at(String local) {
        return java.time.LocalDateTime.parse(local).atZone(PARIS);
    }
}
