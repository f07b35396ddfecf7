package dev.prakat.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.prakat.problem.Finding;
import dev.prakat.problem.InvalidException;
import dev.prakat.problem.ProblemCode;
import java.io.StringReader;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingCalendarTest {

    private static final WorkingCalendar GOVERNMENT = WorkingCalendar.government();
    private static final String HEADER = "date,be_year,weekday,name_th,name_en,kind,scope,confidence,note\n";

    @ParameterizedTest
    @ValueSource(strings = {"2021-04-12", "2021-05-10", "2021-10-22", "2021-04-10", "2021-04-11"})
    @Tag("AMB-05")
    void restsOnHolidaysSpecialsPloughingDayAndWeekends(LocalDate day) {
        assertThat(GOVERNMENT.isWorkingDay(day)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-04-13", "2020-05-01", "2020-12-07", "2021-10-25", "2023-01-03"})
    @Tag("AMB-05")
    void worksOnLabourDayAndOnDaysThatTheCabinetMoved(LocalDate day) {
        assertThat(GOVERNMENT.isWorkingDay(day)).isTrue();
    }

    @Test
    void leavesOutHolidaysOfOneRegion() {
        assertThat(GOVERNMENT.isWorkingDay(LocalDate.of(2021, 3, 26))).isTrue();
        assertThat(GOVERNMENT.holidays())
                .anySatisfy(holiday -> assertThat(holiday.scope()).isEqualTo("REGION:NORTH"));
    }

    @ParameterizedTest
    @CsvSource({"2020,241", "2021,240", "2022,238", "2023,240", "2024,243", "2025,240", "2026,241", "2027,243"})
    void hasTheWorkingDaysOfEachYear(int year, long expected) {
        LocalDate first = LocalDate.of(year, 1, 1);

        assertThat(first.datesUntil(first.plusYears(1)).filter(GOVERNMENT::isWorkingDay))
                .hasSize((int) expected);
    }

    @Test
    void saysUntilWhenHolidaysAreKnown() {
        assertThat(GOVERNMENT.knownUntil()).isEqualTo("2028-01-03");
    }

    @Test
    @Tag("AT-13")
    void countsByTheFileThatItWasGiven() {
        WorkingCalendar beforeTheDecision = load(HEADER
                + "2023-07-28,2566,Fri,ก,a,FIXED,NATIONAL,,\n2023-08-01,2566,Tue,ข,b,LUNAR,NATIONAL,,\n"
                + "2023-08-02,2566,Wed,ค,c,LUNAR,NATIONAL,,\n");

        assertThat(beforeTheDecision.lastDay(
                        LocalDate.of(2023, 7, 3), TimeLimit.parse("25wd"), DeadlineSettings.STANDARD))
                .isEqualTo("2023-08-10");
    }

    @Test
    void readsAFileWithAByteOrderMark() {
        assertThat(load("\uFEFF" + HEADER + "2021-04-06,2564,Tue,วันจักรี,Chakri Day,FIXED,NATIONAL,high,\n")
                        .isWorkingDay(LocalDate.of(2021, 4, 6)))
                .isFalse();
    }

    @Test
    void listsEveryMistakeOfAFileWithItsRow() {
        InvalidException refused = refusal(HEADER
                + "2021-02-29,2564,Mon,ก,a,FIXED,NATIONAL,,\n"
                + "2021-04-06,2565,Tue,ก,a,FIXED,NATIONAL,,\n"
                + "2021-04-07,2564,Mon,ก,a,FIXED,NATIONAL,,\n"
                + "2021-04-08,2564,Thu,ก,a,FIXED,,,\n"
                + "2021-04-09,,,ก,a,FIXED,NATIONAL,,\n"
                + "2021-04-09,,,ก,a,FIXED,NATIONAL,,\n");

        assertThat(refused.code()).isEqualTo(ProblemCode.CONFIGURATION);
        assertThat(refused.findings())
                .extracting(Finding::place)
                .containsExactly("test.csv:2", "test.csv:3", "test.csv:4", "test.csv:5", "test.csv:7");
        assertThat(refused).hasMessageContaining("2021-02-29").hasMessageContaining("2565");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "date;name_th\n2021-01-01;ก\n", "date,name_th\n", HEADER, "\"date", "a,b\n\"c\n", "\n\n"})
    void refusesWhatIsNoHolidayFile(String text) {
        assertThat(refusal(text).findings()).isNotEmpty();
    }

    private static WorkingCalendar load(String text) {
        return WorkingCalendar.load(new StringReader(text), "test.csv");
    }

    private static InvalidException refusal(String text) {
        return catchThrowableOfType(InvalidException.class, () -> load(text));
    }
}
