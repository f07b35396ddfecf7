package dev.prakat.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.calendar.CountingRule.FirstDay;
import dev.prakat.calendar.CountingRule.LastDay;
import dev.prakat.calendar.DeadlineSettings.DayEnd;
import dev.prakat.calendar.DeadlineSettings.Hours;
import dev.prakat.calendar.DeadlineSettings.PlainDays;
import dev.prakat.calendar.TimeLimit.Unit;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The calendar's arithmetic against a walk from day to day and from minute to minute, over random holidays. */
class OracleTest {

    private static final int CALENDARS = 60;
    private static final int DATES = 1_500;
    private static final int MOMENTS = 300;
    private static final int PERIODS = 200;
    private static final LocalDate FIRST = LocalDate.of(2019, 1, 1);
    private static final int DAYS = 1_500;
    private static final List<OfficeHours> OFFICES = List.of(
            OfficeHours.STANDARD,
            OfficeHours.WITHOUT_LUNCH,
            new OfficeHours(LocalTime.of(9, 7), LocalTime.of(10, 1), null));

    @Test
    void agreesWithTheWalkInOneHundredThousandRandomCases() {
        Random random = new Random(20210401);
        int compared = 0;
        for (int i = 0; i < CALENDARS; i++) {
            Set<LocalDate> closed = closed(random);
            WorkingCalendar calendar = calendar(closed);
            Walk walk = new Walk(closed);
            for (int j = 0; j < DATES; j++) {
                compared += compareDue(random, calendar, walk, dayLimit(random));
            }
            for (int j = 0; j < MOMENTS; j++) {
                compared += compareDue(random, calendar, walk, minuteLimit(random));
            }
            for (int j = 0; j < PERIODS; j++) {
                compared += comparePeriod(random, calendar, walk);
            }
        }
        assertThat(compared).isGreaterThanOrEqualTo(100_000);
    }

    private static int compareDue(Random random, WorkingCalendar calendar, Walk walk, TimeLimit limit) {
        LocalDateTime start = day(random).atTime(random.nextInt(24), random.nextInt(60));
        DeadlineSettings settings = settings(random);
        LocalDateTime found = LocalDateTime.ofInstant(
                calendar.due(start.atZone(ThaiDate.BANGKOK).toInstant(), limit, settings), ThaiDate.BANGKOK);
        LocalDateTime expected = walk.due(start, limit, settings);
        if (!found.equals(expected)) {
            throw new AssertionError(
                    start + " + " + limit + " by " + settings + ": found " + found + ", expected " + expected);
        }
        return 1;
    }

    private static int comparePeriod(Random random, WorkingCalendar calendar, Walk walk) {
        LocalDate from = day(random);
        LocalDate to = from.plusDays(random.nextInt(200) - 20);
        FirstDay first = any(random, FirstDay.values());
        assertThat(calendar.workingDays(from, to, first))
                .as("%s to %s, %s", from, to, first)
                .isEqualTo(walk.workingDays(from, to, first));
        assertThat(calendar.isWorkingDay(from)).as("%s", from).isEqualTo(walk.works(from));
        return 1;
    }

    private static TimeLimit dayLimit(Random random) {
        Unit unit = any(random, new Unit[] {Unit.DAYS, Unit.WORKING_DAYS, Unit.WEEKS, Unit.MONTHS});
        return new TimeLimit(1 + random.nextInt(unit == Unit.MONTHS || unit == Unit.WEEKS ? 14 : 60), unit);
    }

    private static TimeLimit minuteLimit(Random random) {
        return random.nextBoolean()
                ? new TimeLimit(1 + random.nextInt(900), Unit.MINUTES)
                : new TimeLimit(1 + random.nextInt(20), Unit.HOURS);
    }

    private static DeadlineSettings settings(Random random) {
        return new DeadlineSettings(
                new CountingRule(any(random, FirstDay.values()), any(random, LastDay.values())),
                any(random, PlainDays.values()),
                random.nextInt(10) == 0 ? Hours.ELAPSED : Hours.OFFICE,
                OFFICES.get(random.nextInt(OFFICES.size())),
                any(random, DayEnd.values()));
    }

    /** From hardly any holidays to half of all days, often several in a row. */
    private static Set<LocalDate> closed(Random random) {
        Set<LocalDate> closed = new TreeSet<>();
        for (int left = 1 + random.nextInt(random.nextInt(10) == 0 ? 800 : 80); left > 0; left--) {
            LocalDate day = day(random);
            for (int length = random.nextInt(6); length >= 0; length--) {
                closed.add(day.plusDays(length));
            }
        }
        return closed;
    }

    private static WorkingCalendar calendar(Set<LocalDate> closed) {
        String rows = closed.stream().map(day -> day + ",ก,a,FIXED,NATIONAL").collect(Collectors.joining("\n"));
        return WorkingCalendar.load(new StringReader("date,name_th,name_en,kind,scope\n" + rows), "random");
    }

    private static LocalDate day(Random random) {
        return FIRST.plusDays(random.nextInt(DAYS));
    }

    private static <T> T any(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }
}
