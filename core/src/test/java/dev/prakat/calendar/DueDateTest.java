package dev.prakat.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prakat.calendar.CountingRule.FirstDay;
import dev.prakat.calendar.CountingRule.LastDay;
import dev.prakat.calendar.DeadlineSettings.DayEnd;
import dev.prakat.calendar.DeadlineSettings.Hours;
import dev.prakat.calendar.DeadlineSettings.PlainDays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
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

        assertThat(CALENDAR.lastDay(agreed, THREE_DAYS, counted(FirstDay.EXCLUDE, mode)))
                .isEqualTo("2021-03-04");
        assertThat(CALENDAR.lastDay(agreed, TimeLimit.parse("3wd"), DeadlineSettings.STANDARD))
                .isEqualTo("2021-03-04");
    }

    @ParameterizedTest
    @CsvSource({"3d,KEEP,2021-04-12", "3d,ROLL_FORWARD,2021-04-16", "3d,ROLL_BACK,2021-04-09", "3wd,KEEP,2021-04-20"})
    @Tag("AT-38")
    @Tag("AMB-03")
    void threeDaysBeforeSongkranDependOnTheMode(String limit, LastDay mode, LocalDate expected) {
        DeadlineSettings rule = counted(FirstDay.EXCLUDE, mode);

        assertThat(CALENDAR.lastDay(LocalDate.of(2021, 4, 9), TimeLimit.parse(limit), rule))
                .isEqualTo(expected);
    }

    @Test
    @Tag("AT-38")
    @Tag("AMB-38")
    void isDueAtTheVeryEndOfTheLastDayInBangkok() {
        Instant agreed = Instant.parse("2021-04-09T03:00:00Z");

        assertThat(CALENDAR.due(agreed, THREE_DAYS)).isEqualTo("2021-04-16T16:59:59.999Z");
        assertThat(CALENDAR.due(agreed, THREE_DAYS, new CountingRule(FirstDay.EXCLUDE, LastDay.KEEP)))
                .isEqualTo("2021-04-12T16:59:59.999Z");
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
    @Tag("AT-01")
    @Tag("AT-02")
    @Tag("AT-03")
    @Tag("AT-05")
    @Tag("AT-07")
    @Tag("AT-10")
    @Tag("AT-11")
    @Tag("AT-13")
    @Tag("AMB-04")
    @Tag("AMB-05")
    void countsTwentyFiveWorkingDays(String id, LocalDate received, LocalDate excluded, LocalDate included) {
        TimeLimit limit = TimeLimit.parse("25wd");

        assertThat(CALENDAR.lastDay(received, limit, DeadlineSettings.STANDARD)).isEqualTo(excluded);
        assertThat(CALENDAR.lastDay(received, limit, counted(FirstDay.INCLUDE, LastDay.KEEP)))
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
        assertThat(CALENDAR.lastDay(start, TimeLimit.parse(limit), counted(first, LastDay.KEEP)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"KEEP,2021-03-06", "ROLL_FORWARD,2021-03-08", "ROLL_BACK,2021-03-05"})
    @Tag("AT-32")
    @Tag("AMB-03")
    void aDayThatEndsOnASaturdayDependsOnTheMode(LastDay mode, LocalDate expected) {
        LocalDate friday = LocalDate.of(2021, 3, 5);
        TimeLimit oneDay = TimeLimit.parse("1d");

        assertThat(CALENDAR.lastDay(friday, oneDay, counted(FirstDay.EXCLUDE, mode)))
                .isEqualTo(expected);
        assertThat(CALENDAR.lastDay(
                        friday, oneDay, counted(FirstDay.EXCLUDE, mode).withPlainDays(PlainDays.WORKING)))
                .isEqualTo("2021-03-08");
    }

    @ParameterizedTest
    @CsvSource({"2021-04-01,2021-04-07", "2021-04-02,2021-04-08", "2021-04-09,2021-04-20", "2021-03-01,2021-03-04"})
    @Tag("AT-38")
    @Tag("AMB-03")
    void plainDaysMayBeMeantAsWorkingDays(LocalDate start, LocalDate expected) {
        assertThat(CALENDAR.lastDay(start, THREE_DAYS, DeadlineSettings.STANDARD.withPlainDays(PlainDays.WORKING)))
                .isEqualTo(CALENDAR.lastDay(start, TimeLimit.parse("3wd"), DeadlineSettings.STANDARD))
                .isEqualTo(expected);
    }

    @Test
    @Tag("AMB-38")
    void aDayMayEndWhenTheOfficeCloses() {
        Instant agreed = Instant.parse("2021-04-09T03:00:00Z");
        DeadlineSettings settings = DeadlineSettings.STANDARD.withDayEnd(DayEnd.OFFICE_CLOSE);

        assertThat(CALENDAR.due(agreed, THREE_DAYS, settings)).isEqualTo("2021-04-16T09:30:00Z");
        assertThat(CALENDAR.due(
                        agreed,
                        THREE_DAYS,
                        settings.withOfficeHours(new OfficeHours(LocalTime.of(9, 0), LocalTime.of(15, 0), null))))
                .isEqualTo("2021-04-16T08:00:00Z");
    }

    @Test
    @Tag("AMB-18")
    void elapsedMinutesAndHoursRunOnThroughTheNight() {
        Instant start = Instant.parse("2021-03-01T16:50:00Z");
        DeadlineSettings elapsed = DeadlineSettings.STANDARD.withHours(Hours.ELAPSED);

        assertThat(CALENDAR.due(start, TimeLimit.parse("30min"), elapsed)).isEqualTo("2021-03-01T17:20:00Z");
        assertThat(CALENDAR.due(start, TimeLimit.parse("1h"), elapsed)).isEqualTo("2021-03-01T17:50:00Z");
    }

    @Test
    void hasNoLastDayForMinutesAndHours() {
        assertThatThrownBy(() ->
                        CALENDAR.lastDay(LocalDate.of(2021, 3, 1), TimeLimit.parse("1h"), DeadlineSettings.STANDARD))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1h");
    }

    private static DeadlineSettings counted(FirstDay first, LastDay last) {
        return DeadlineSettings.STANDARD.withCounting(new CountingRule(first, last));
    }
}
