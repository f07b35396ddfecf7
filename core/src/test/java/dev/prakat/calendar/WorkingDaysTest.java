package dev.prakat.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.calendar.CountingRule.FirstDay;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many working days have passed since a day. */
class WorkingDaysTest {

    private static final WorkingCalendar CALENDAR = WorkingCalendar.government();

    @ParameterizedTest(name = "{0} to {1} is {2}")
    @CsvSource({
        "2021-04-01,2021-05-17,25",
        "2021-04-01,2021-05-18,26",
        "2021-02-24,2021-03-15,12",
        "2021-02-23,2021-03-31,25",
        "2021-02-23,2021-04-01,26",
        "2021-01-04,2021-03-22,53",
        "2021-01-04,2021-02-28,37",
        "2021-01-04,2021-02-08,25",
        "2020-11-22,2020-12-31,26",
        "2020-11-18,2020-12-31,26",
        "2021-04-01,2021-04-01,0",
        "2021-04-02,2021-04-01,0"
    })
    @Tag("AT-01")
    @Tag("AMB-04")
    void countsFromTheNextDay(LocalDate from, LocalDate to, int expected) {
        assertThat(CALENDAR.workingDays(from, to, FirstDay.EXCLUDE)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2021-04-01,2021-05-14,25",
        "2021-04-10,2021-05-24,25",
        "2021-04-01,2021-04-01,1",
        "2021-04-02,2021-04-01,0"
    })
    @Tag("AT-03")
    @Tag("AMB-04")
    void mayCountTheFirstDay(LocalDate from, LocalDate to, int expected) {
        assertThat(CALENDAR.workingDays(from, to, FirstDay.INCLUDE)).isEqualTo(expected);
    }
}
