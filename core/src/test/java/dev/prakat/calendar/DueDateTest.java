package dev.prakat.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prakat.calendar.CountingRule.FirstDay;
import dev.prakat.calendar.CountingRule.LastDay;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DueDateTest {

    private static final WorkingCalendar CALENDAR = WorkingCalendar.government();
    private static final TimeLimit THREE_DAYS = TimeLimit.parse("3d");

    @ParameterizedTest
    @EnumSource(LastDay.class)
    @Tag("AT-37")
    @Tag("S001-R10")
    void threeDaysFromAMondayEndOnThursdayUnderEveryMode(LastDay mode) {
        LocalDate agreed = LocalDate.of(2021, 3, 1);

        assertThat(CALENDAR.lastDay(agreed, THREE_DAYS, new CountingRule(FirstDay.EXCLUDE, mode)))
                .isEqualTo("2021-03-04");
        assertThat(CALENDAR.lastDay(agreed, TimeLimit.parse("3wd"), CountingRule.STANDARD))
                .isEqualTo("2021-03-04");
    }

    @ParameterizedTest
    @CsvSource({"3d,KEEP,2021-04-12", "3d,ROLL_FORWARD,2021-04-16", "3d,ROLL_BACK,2021-04-09", "3wd,KEEP,2021-04-20"})
    @Tag("AT-38")
    @Tag("AMB-03")
    void threeDaysBeforeSongkranDependOnTheMode(String limit, LastDay mode, LocalDate expected) {
        CountingRule rule = new CountingRule(FirstDay.EXCLUDE, mode);

        assertThat(CALENDAR.lastDay(LocalDate.of(2021, 4, 9), TimeLimit.parse(limit), rule))
                .isEqualTo(expected);
    }

    @Test
    @Tag("AT-38")
    @Tag("AMB-38")
    void isDueAtTheVeryEndOfTheLastDayInBangkok() {
        Instant agreed = Instant.parse("2021-04-09T03:00:00Z");

        assertThat(CALENDAR.due(agreed, THREE_DAYS)).isEqualTo("2021-04-16T16:59:59.999Z");
    }

    @Test
    void takesTheFirstDayFromBangkokAndNotFromUtc() {
        Instant tuesdayInBangkok = Instant.parse("2021-03-01T17:00:00Z");

        assertThat(CALENDAR.due(tuesdayInBangkok, THREE_DAYS)).isEqualTo("2021-03-05T16:59:59.999Z");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "AT-01,2021-04-01,2021-05-17,2021-05-14",
        "AT-02,2021-04-09,2021-05-24,2021-05-21",
        "AT-03,2021-04-10,2021-05-24,2021-05-24",
        "AT-05,2020-04-01,2020-05-12,2020-05-08",
        "AT-07,2021-10-01,2021-11-09,2021-11-08",
        "AT-10,2024-04-05,2024-05-20,2024-05-17",
        "AT-11,2026-04-01,2026-05-14,2026-05-12",
        "AT-13,2023-07-03,2023-08-11,2023-08-10"
    })
    @Tag("AMB-04")
    @Tag("AMB-05")
    void countsTwentyFiveWorkingDays(String id, LocalDate received, LocalDate excluded, LocalDate included) {
        TimeLimit limit = TimeLimit.parse("25wd");

        assertThat(CALENDAR.lastDay(received, limit, CountingRule.STANDARD)).isEqualTo(excluded);
        assertThat(CALENDAR.lastDay(received, limit, new CountingRule(FirstDay.INCLUDE, LastDay.KEEP)))
                .isEqualTo(included);
    }

    @ParameterizedTest
    @CsvSource({
        "1w,EXCLUDE,2021-03-03,2021-03-10",
        "1w,INCLUDE,2021-03-03,2021-03-09",
        "2mo,EXCLUDE,2021-03-03,2021-05-03",
        "2mo,INCLUDE,2021-03-03,2021-05-02",
        "1mo,EXCLUDE,2021-01-31,2021-02-28",
        "1mo,INCLUDE,2021-01-31,2021-02-28"
    })
    @Tag("AMB-35")
    void countsWeeksAndMonthsByTheCalendar(String limit, FirstDay first, LocalDate start, LocalDate expected) {
        assertThat(CALENDAR.lastDay(start, TimeLimit.parse(limit), new CountingRule(first, LastDay.KEEP)))
                .isEqualTo(expected);
    }

    @Test
    void minutesAndHoursRunOnThroughTheNight() {
        Instant start = Instant.parse("2021-03-01T16:50:00Z");

        assertThat(CALENDAR.due(start, TimeLimit.parse("30min"))).isEqualTo("2021-03-01T17:20:00Z");
        assertThat(CALENDAR.due(start, TimeLimit.parse("1h"))).isEqualTo("2021-03-01T17:50:00Z");
        assertThatThrownBy(
                        () -> CALENDAR.lastDay(LocalDate.of(2021, 3, 1), TimeLimit.parse("1h"), CountingRule.STANDARD))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1h");
    }
}
