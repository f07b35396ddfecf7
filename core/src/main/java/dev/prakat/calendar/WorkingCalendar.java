package dev.prakat.calendar;

import dev.prakat.problem.InvalidException;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which days government offices work, and when a time limit ends. Only holidays of the scope {@code NATIONAL} count for now.
 * All days are days in Asia/Bangkok. Immutable, safe for use by many threads. Source: AMB-03, AMB-04, AMB-05, AMB-38.
 */
public final class WorkingCalendar {

    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59, 999_000_000);

    private final List<Holiday> holidays;
    private final Set<LocalDate> closed;

    private WorkingCalendar(List<Holiday> holidays) {
        this.holidays =
                holidays.stream().sorted(Comparator.comparing(Holiday::date)).toList();
        this.closed = holidays.stream()
                .filter(holiday -> holiday.scope().equals(Holiday.NATIONAL))
                .map(Holiday::date)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The calendar of Thai government offices that Prakat ships: B.E. 2563 to 2570. It is read once.
     *
     * @return the calendar
     */
    public static WorkingCalendar government() {
        return Government.CALENDAR;
    }

    /**
     * Reads a file of holidays: CSV with the columns {@code date,name_th,name_en,kind,scope} and, if wanted,
     * {@code be_year,weekday,confidence,note}; the year and the weekday must then agree with the date.
     *
     * @param text the file's text; not closed
     * @param name what messages call it, usually the file's name
     * @return the calendar
     * @throws InvalidException CONFIGURATION, with every finding, if the file has mistakes
     * @throws PrakatException BROKEN if the text cannot be read
     */
    public static WorkingCalendar load(Reader text, String name) {
        return new WorkingCalendar(HolidayFile.read(text, name));
    }

    /**
     * Whether offices work on a day. After {@link #knownUntil()} only Saturdays and Sundays are known to be free.
     *
     * @param day the day in Asia/Bangkok
     * @return false on Saturday, Sunday and a national government holiday
     */
    public boolean isWorkingDay(LocalDate day) {
        DayOfWeek weekday = day.getDayOfWeek();
        return weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY && !closed.contains(day);
    }

    /**
     * The last instant at which a limit is kept, counted by {@link CountingRule#STANDARD}.
     *
     * @param start when the clock began
     * @param limit how long
     * @return 23:59:59.999 Asia/Bangkok of the last day; for minutes and hours the exact instant, elapsed time (office hours
     *     are not counted yet, AMB-18)
     */
    public Instant due(Instant start, TimeLimit limit) {
        return due(start, limit, CountingRule.STANDARD);
    }

    /**
     * The last instant at which a limit is kept.
     *
     * @param start when the clock began
     * @param limit how long
     * @param rule how days are counted
     * @return as {@link #due(Instant, TimeLimit)}
     */
    public Instant due(Instant start, TimeLimit limit, CountingRule rule) {
        return switch (limit.unit()) {
            case MINUTES -> start.plus(Duration.ofMinutes(limit.amount()));
            case HOURS -> start.plus(Duration.ofHours(limit.amount()));
            default ->
                lastDay(LocalDate.ofInstant(start, ThaiDate.BANGKOK), limit, rule)
                        .atTime(END_OF_DAY)
                        .atZone(ThaiDate.BANGKOK)
                        .toInstant();
        };
    }

    /**
     * The last day of a limit in days, working days, weeks or months.
     *
     * @param start the day on which the clock began
     * @param limit how long
     * @param rule how days are counted
     * @return the last day
     * @throws IllegalArgumentException if the limit is in minutes or hours
     */
    public LocalDate lastDay(LocalDate start, TimeLimit limit, CountingRule rule) {
        LocalDate before = rule.firstDay() == CountingRule.FirstDay.INCLUDE ? start.minusDays(1) : start;
        return switch (limit.unit()) {
            case DAYS -> settle(before.plusDays(limit.amount()), rule);
            case WEEKS -> settle(before.plusWeeks(limit.amount()), rule);
            case MONTHS -> settle(months(start, limit.amount(), rule), rule);
            case WORKING_DAYS -> workingDays(before, limit.amount());
            case MINUTES, HOURS ->
                throw new IllegalArgumentException("time limit " + limit
                        + ": found minutes or hours, expected days; ask for the due instant instead");
        };
    }

    /**
     * All holidays of every scope.
     *
     * @return the holidays by date
     */
    public List<Holiday> holidays() {
        return holidays;
    }

    /**
     * Until when holidays are known. Later due dates must be computed again when the next years are added.
     *
     * @return the last holiday in the file
     */
    public LocalDate knownUntil() {
        return holidays.get(holidays.size() - 1).date();
    }

    private static LocalDate months(LocalDate start, int amount, CountingRule rule) {
        LocalDate namesake = start.plusMonths(amount);
        // With the first day counted, a month ends on the eve of its namesake; where there is none, on the month's last
        // day.
        boolean eve =
                rule.firstDay() == CountingRule.FirstDay.INCLUDE && namesake.getDayOfMonth() == start.getDayOfMonth();
        return eve ? namesake.minusDays(1) : namesake;
    }

    private LocalDate workingDays(LocalDate before, int amount) {
        LocalDate day = before;
        for (int counted = 0; counted < amount; ) {
            day = day.plusDays(1);
            if (isWorkingDay(day)) {
                counted++;
            }
        }
        return day;
    }

    private LocalDate settle(LocalDate last, CountingRule rule) {
        int step = switch (rule.lastDay()) {
            case ROLL_FORWARD -> 1;
            case KEEP -> 0;
            case ROLL_BACK -> -1;
        };
        LocalDate day = last;
        while (step != 0 && !isWorkingDay(day)) {
            day = day.plusDays(step);
        }
        return day;
    }

    /** Loaded at first use and kept: the file is the same for the life of the program. */
    private static final class Government {

        private static final String FILE = "holidays.csv";
        private static final WorkingCalendar CALENDAR = read();

        private static WorkingCalendar read() {
            try (InputStream in = Objects.requireNonNull(WorkingCalendar.class.getResourceAsStream(FILE), FILE);
                    Reader text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
                return load(text, FILE);
            } catch (IOException e) {
                throw new PrakatException(ProblemCode.BROKEN, "the built-in " + FILE + " cannot be read: " + e, e);
            }
        }
    }
}
