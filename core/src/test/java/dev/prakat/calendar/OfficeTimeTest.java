package dev.prakat.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.prakat.calendar.OfficeHours.Lunch;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Minutes and hours while the office is open. */
@Tag("AMB-18")
class OfficeTimeTest {

    private static final WorkingCalendar CALENDAR = WorkingCalendar.government();

    @Test
    @Tag("AT-54")
    void theFourStepsOfADistrictOfficeEndOneAfterTheOther() {
        LocalDateTime submitted = LocalDateTime.parse("2021-03-01T09:00");

        LocalDateTime first = due(submitted, "30min", OfficeHours.STANDARD);
        LocalDateTime second = due(first, "1h", OfficeHours.STANDARD);
        LocalDateTime third = due(second, "30min", OfficeHours.STANDARD);
        LocalDateTime fourth = due(third, "2h", OfficeHours.STANDARD);

        assertThat(first).isEqualTo("2021-03-01T09:30");
        assertThat(second).isEqualTo("2021-03-01T10:30");
        assertThat(third).isEqualTo("2021-03-01T11:00");
        assertThat(fourth).isEqualTo("2021-03-01T13:00");
        assertThat(due(submitted, "2h", OfficeHours.STANDARD)).isEqualTo("2021-03-01T11:00");
    }

    @ParameterizedTest(name = "{0} + {1} = {2}")
    @CsvSource({
        "2021-03-01T16:00,30min,2021-03-01T16:30",
        "2021-03-01T16:00,31min,2021-03-02T08:31",
        "2021-03-01T16:30,30min,2021-03-02T09:00",
        "2021-03-01T20:00,30min,2021-03-02T09:00",
        "2021-03-01T00:00,30min,2021-03-01T09:00",
        "2021-03-05T16:15,1h,2021-03-08T09:15",
        "2021-03-06T11:00,1h,2021-03-08T09:30",
        "2021-04-09T16:00,1h,2021-04-16T09:00",
        "2021-03-01T08:30,8h,2021-03-01T16:30",
        "2021-03-01T08:30,16h,2021-03-02T16:30",
        "2021-03-01T08:30,17h,2021-03-03T09:30"
    })
    void theClockStandsStillWhileTheOfficeIsClosed(LocalDateTime start, String limit, LocalDateTime expected) {
        assertThat(due(start, limit, OfficeHours.STANDARD)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} + {1} = {2}")
    @CsvSource({
        "2021-03-01T11:00,1h,2021-03-01T12:00",
        "2021-03-01T11:00,2h,2021-03-01T14:00",
        "2021-03-01T12:00,1h,2021-03-01T14:00",
        "2021-03-01T12:20,1h,2021-03-01T14:00",
        "2021-03-01T13:00,1h,2021-03-01T14:00",
        "2021-03-01T08:30,7h,2021-03-01T16:30",
        "2021-03-01T08:30,8h,2021-03-02T09:30"
    })
    void lunchMayBeTakenOff(LocalDateTime start, String limit, LocalDateTime expected) {
        assertThat(due(start, limit, OfficeHours.WITHOUT_LUNCH)).isEqualTo(expected);
    }

    @Test
    void refusesOfficesThatCloseBeforeTheyOpen() {
        LocalTime noon = LocalTime.NOON;
        LocalTime one = LocalTime.of(13, 0);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OfficeHours(one, noon, null))
                .withMessageContaining("13:00 to 12:00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OfficeHours(noon, one, new Lunch(noon, LocalTime.of(12, 30))))
                .withMessageContaining("lunch");
    }

    private static LocalDateTime due(LocalDateTime start, String limit, OfficeHours hours) {
        return LocalDateTime.ofInstant(
                CALENDAR.due(
                        start.atZone(ThaiDate.BANGKOK).toInstant(),
                        TimeLimit.parse(limit),
                        DeadlineSettings.STANDARD.withOfficeHours(hours)),
                ThaiDate.BANGKOK);
    }
}
