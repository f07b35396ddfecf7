package dev.prakat.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.calendar.CountingRule.LastDay;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A holiday that is set or cancelled late moves open deadlines. */
class ReprojectionTest {

    private static final String HEADER = "date,name_th,name_en,kind,scope\n";
    private static final WorkingCalendar AFTER = WorkingCalendar.government();
    private static final WorkingCalendar BEFORE =
            AFTER.plus(load("2023-07-31,ยังไม่ประกาศ,not yet,CANCELLED,NATIONAL\n"));
    private static final TimeLimit LIMIT = TimeLimit.parse("25wd");

    @Test
    @Tag("AT-13")
    void theHolidayOfTheThirtyFirstOfJuly2566MovesAnOpenCase() {
        OpenDeadline open = open("C1", LocalDate.of(2023, 7, 3));
        assertThat(open.due()).isEqualTo("2023-08-10T16:59:59.999Z");

        List<MovedDeadline> moved = Reprojection.between(BEFORE, AFTER).moved(List.of(open));

        assertThat(moved).singleElement().satisfies(one -> {
            assertThat(one.deadline()).isEqualTo(open);
            assertThat(one.due()).isEqualTo("2023-08-11T16:59:59.999Z");
            assertThat(one.storedFits()).isTrue();
            assertThat(one.reason()).isEqualTo("holiday added: 2023-07-31 (SPECIAL, NATIONAL)");
        });
    }

    @Test
    void aHolidayThatIsCancelledMovesThemBack() {
        WorkingCalendar cancelled = AFTER.plus(load("2023-08-01,ยกเลิก,cancelled,CANCELLED,NATIONAL\n"));
        OpenDeadline open = new OpenDeadline(
                "C1",
                start(LocalDate.of(2023, 7, 3)),
                LIMIT,
                DeadlineSettings.STANDARD,
                AFTER.due(start(LocalDate.of(2023, 7, 3)), LIMIT));

        assertThat(Reprojection.between(AFTER, cancelled).moved(open)).hasValueSatisfying(one -> {
            assertThat(one.due()).isEqualTo("2023-08-10T16:59:59.999Z");
            assertThat(one.reason()).isEqualTo("holiday removed: 2023-08-01 (LUNAR, NATIONAL)");
        });
    }

    @Test
    void leavesAloneWhatDoesNotMove() {
        Reprojection change = Reprojection.between(BEFORE, AFTER);

        assertThat(change.moved(
                        List.of(open("before", LocalDate.of(2023, 5, 1)), open("later", LocalDate.of(2023, 8, 1)))))
                .isEmpty();
        assertThat(change.changes())
                .singleElement()
                .satisfies(one -> assertThat(one.line()).contains("2023-07-31"));
        assertThat(Reprojection.between(AFTER, AFTER).changes()).isEmpty();
    }

    @Test
    void aHolidayOnAWeekendOrBesideAnotherOneIsNoChange() {
        WorkingCalendar more = AFTER.plus(
                load("2023-07-30,วันอาทิตย์,Sunday,SPECIAL,NATIONAL\n2023-08-01,ซ้ำ,again,SPECIAL,NATIONAL\n"));

        assertThat(Reprojection.between(AFTER, more).changes()).isEmpty();
        assertThat(more.version()).isNotEqualTo(AFTER.version());
    }

    @Test
    void saysWhenTheStoredDueInstantWasNotTheOldCalendars() {
        Instant begun = start(LocalDate.of(2023, 9, 4));
        OpenDeadline extended =
                new OpenDeadline("C2", begun, LIMIT, DeadlineSettings.STANDARD, begun.plusSeconds(99_000_000));

        assertThat(Reprojection.between(BEFORE, AFTER).moved(extended)).hasValueSatisfying(one -> {
            assertThat(one.storedFits()).isFalse();
            assertThat(one.changes()).isEmpty();
            assertThat(one.reason()).contains("not the old calendar's");
        });
    }

    @Test
    void namesTheHolidayBeforeWhichADeadlineRolledBack() {
        DeadlineSettings back = DeadlineSettings.STANDARD.withCounting(
                new CountingRule(CountingRule.FirstDay.EXCLUDE, LastDay.ROLL_BACK));
        Instant begun = start(LocalDate.of(2023, 7, 24));
        TimeLimit week = TimeLimit.parse("1w");
        OpenDeadline open = new OpenDeadline("C3", begun, week, back, BEFORE.due(begun, week, back));
        assertThat(open.due()).isEqualTo("2023-07-31T16:59:59.999Z");

        assertThat(Reprojection.between(BEFORE, AFTER).moved(open)).hasValueSatisfying(one -> {
            assertThat(one.due()).isEqualTo("2023-07-27T16:59:59.999Z");
            assertThat(one.reason()).contains("2023-07-31");
        });
    }

    @Test
    void aMoveToAnotherProvinceIsSuchAChangeToo() {
        assertThat(Reprojection.between(AFTER, AFTER.in(Scope.parse("NBI"))).changes())
                .extracting(change -> change.holiday().date())
                .containsExactly(LocalDate.of(2022, 11, 16), LocalDate.of(2022, 11, 17), LocalDate.of(2022, 11, 18));
    }

    private static OpenDeadline open(String id, LocalDate day) {
        Instant start = start(day);
        return new OpenDeadline(id, start, LIMIT, DeadlineSettings.STANDARD, BEFORE.due(start, LIMIT));
    }

    private static Instant start(LocalDate day) {
        return day.atTime(9, 0).atZone(ThaiDate.BANGKOK).toInstant();
    }

    private static WorkingCalendar load(String rows) {
        return WorkingCalendar.load(new StringReader(HEADER + rows), "own.csv");
    }
}
