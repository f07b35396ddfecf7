package dev.prakat.calendar;

import dev.prakat.calendar.CountingRule.FirstDay;
import dev.prakat.problem.InvalidException;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.table.Table;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * Which days government offices work, and when a time limit ends. All days are days in Asia/Bangkok. Immutable, safe for use by
 * many threads. Source: AMB-03, AMB-04, AMB-05, AMB-18, AMB-35, AMB-38.
 */
public final class WorkingCalendar {

    private final List<Holiday> holidays;
    private final Scope scope;
    private final DayIndex days;
    private final Counting counting;
    private final String version;

    private WorkingCalendar(List<Holiday> holidays, Scope scope) {
        this.holidays = holidays.stream().sorted(HolidayList.ORDER).toList();
        this.scope = scope;
        this.days = new DayIndex(HolidayList.closed(this.holidays, scope));
        this.counting = new Counting(days);
        this.version = HolidayList.version(this.holidays, scope);
    }

    /**
     * The calendar of Thai government offices that Prakat ships: B.E. 2563 to 2570, national holidays. It is read once.
     *
     * @return the calendar
     */
    public static WorkingCalendar government() {
        return Government.CALENDAR;
    }

    /**
     * Reads a file of holidays, UTF-8 with or without a byte order mark: CSV with the columns {@code
     * date,name_th,name_en,kind,scope} and, if wanted, {@code be_year,weekday,confidence,note}; the year and the weekday must
     * then agree with the date.
     *
     * @param file the file
     * @return the calendar of its national holidays
     * @throws InvalidException CONFIGURATION, with every finding, if the file is missing or has mistakes
     * @throws PrakatException BROKEN if the file cannot be read
     */
    public static WorkingCalendar load(Path file) {
        String name = String.valueOf(file.getFileName());
        return of(Table.read(file, HolidayFile.shape(name)), name);
    }

    /**
     * Reads holidays from text, as {@link #load(Path)} does from a file.
     *
     * @param text the file's text; not closed
     * @param name what messages call it, usually the file's name
     * @return the calendar of its national holidays
     * @throws InvalidException CONFIGURATION, with every finding, if the text has mistakes
     * @throws PrakatException BROKEN if the text cannot be read
     */
    public static WorkingCalendar load(Reader text, String name) {
        StringWriter all = new StringWriter();
        try {
            text.transferTo(all);
        } catch (IOException e) {
            throw new PrakatException(ProblemCode.BROKEN, "holiday file " + name + " cannot be read: " + e, e);
        }
        return of(Table.read(all.toString(), HolidayFile.shape(name)), name);
    }

    private static WorkingCalendar of(Table table, String name) {
        return new WorkingCalendar(HolidayFile.holidays(table, name), Scope.NATIONAL);
    }

    /**
     * The same holidays as an office elsewhere has them.
     *
     * @param place where the office stands
     * @return the calendar of that place
     */
    public WorkingCalendar in(Scope place) {
        return place.equals(scope) ? this : new WorkingCalendar(holidays, place);
    }

    /**
     * This calendar with an agency's own holidays. A row of the kind {@code CANCELLED} takes away the holidays of its date and
     * scope.
     *
     * @param own the agency's holidays; its scope is not looked at
     * @return a calendar with both, for the same place as this one
     * @throws InvalidException CONFIGURATION if a row cancels a holiday that is not there
     */
    public WorkingCalendar plus(WorkingCalendar own) {
        return new WorkingCalendar(HolidayList.plus(holidays, own.holidays), scope);
    }

    /**
     * Whether offices work on a day. After {@link #knownUntil()} only Saturdays and Sundays are known to be free.
     *
     * @param day the day in Asia/Bangkok
     * @return false on Saturday, Sunday and a government holiday of this place
     */
    public boolean isWorkingDay(LocalDate day) {
        return days.isWorkingDay(day.toEpochDay());
    }

    /**
     * The last instant at which a limit is kept, counted by {@link DeadlineSettings#STANDARD}.
     *
     * @param start when the clock began
     * @param limit how long
     * @return as {@link #due(Instant, TimeLimit, DeadlineSettings)}
     */
    public Instant due(Instant start, TimeLimit limit) {
        return due(start, limit, DeadlineSettings.STANDARD);
    }

    /**
     * The last instant at which a limit is kept, counted by {@link DeadlineSettings#STANDARD} but for the rule of counting.
     *
     * @param start when the clock began
     * @param limit how long
     * @param rule whether the first day counts, and what happens to the last
     * @return as {@link #due(Instant, TimeLimit, DeadlineSettings)}
     */
    public Instant due(Instant start, TimeLimit limit, CountingRule rule) {
        return due(start, limit, DeadlineSettings.STANDARD.withCounting(rule));
    }

    /**
     * The last instant at which a limit is kept.
     *
     * @param start when the clock began
     * @param limit how long
     * @param settings how it is counted
     * @return the end of the last day in Asia/Bangkok; for minutes and hours the exact instant
     */
    public Instant due(Instant start, TimeLimit limit, DeadlineSettings settings) {
        return counting.due(start, limit, settings);
    }

    /**
     * The last day of a limit in days, working days, weeks or months.
     *
     * @param start the day on which the clock began
     * @param limit how long
     * @param settings how it is counted
     * @return the last day
     * @throws IllegalArgumentException if the limit is in minutes or hours
     */
    public LocalDate lastDay(LocalDate start, TimeLimit limit, DeadlineSettings settings) {
        return counting.lastDay(start, limit, settings);
    }

    /**
     * How many working days have passed, counted as a limit in working days is: something that ends on the last day of {@code
     * 25wd} has 25.
     *
     * @param from the day on which the clock began
     * @param to the day until which is counted, itself included
     * @param firstDay whether the day of the beginning counts
     * @return the number; 0 when {@code to} is before {@code from}
     */
    public int workingDays(LocalDate from, LocalDate to, FirstDay firstDay) {
        return counting.elapsed(from, to, firstDay);
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
     * The holidays of this place in one year.
     *
     * @param yearBe the calendar year, Buddhist era
     * @return the holidays by date, those on weekends too; empty when the file has none
     */
    public List<Holiday> holidays(int yearBe) {
        return HolidayList.closing(holidays, scope)
                .filter(holiday -> holiday.date().getYear() + ThaiDate.ERA == yearBe)
                .toList();
    }

    /**
     * The place whose holidays count.
     *
     * @return the scope
     */
    public Scope scope() {
        return scope;
    }

    /**
     * What this calendar says, as one hash: due dates that were counted by another version may have moved. It depends on the
     * holidays and the scope, not on how a file was written.
     *
     * @return SHA-256 in 64 hexadecimal digits
     */
    public String version() {
        return version;
    }

    /**
     * Until when holidays are known. Later due dates must be computed again when the next years are added.
     *
     * @return the last holiday in the file
     */
    public LocalDate knownUntil() {
        return holidays.get(holidays.size() - 1).date();
    }

    /** Loaded at first use and kept: the file is the same for the life of the program. */
    private static final class Government {

        private static final String FILE = "holidays.csv";
        private static final WorkingCalendar CALENDAR = read();

        private static WorkingCalendar read() {
            try (InputStream in = Objects.requireNonNull(WorkingCalendar.class.getResourceAsStream(FILE), FILE)) {
                return of(Table.read(in.readAllBytes(), HolidayFile.shape(FILE)), FILE);
            } catch (IOException e) {
                throw new PrakatException(ProblemCode.BROKEN, "the built-in " + FILE + " cannot be read: " + e, e);
            }
        }
    }
}
