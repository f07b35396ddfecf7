package dev.prakat.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a changed calendar does to deadlines that still run: the Cabinet may set a holiday within a week of the day, and every
 * open deadline must be counted again. It decides nothing and stores nothing. Immutable, safe for use by many threads. Source:
 * AMB-05.
 */
public final class Reprojection {

    private final WorkingCalendar before;
    private final WorkingCalendar after;
    private final NavigableMap<LocalDate, HolidayChange> changes = new TreeMap<>();

    private Reprojection(WorkingCalendar before, WorkingCalendar after) {
        this.before = before;
        this.after = after;
        note(after, before, HolidayChange.Kind.ADDED);
        note(before, after, HolidayChange.Kind.REMOVED);
    }

    /**
     * Compares two calendars.
     *
     * @param before the one by which deadlines were counted
     * @param after the one that holds now; if its scope is another one, local holidays come or go too
     * @return the comparison
     */
    public static Reprojection between(WorkingCalendar before, WorkingCalendar after) {
        return new Reprojection(before, after);
    }

    /**
     * The days that changed. A holiday that came or went on a weekend, or beside another one, changes nothing and is left out.
     *
     * @return the changes by date
     */
    public List<HolidayChange> changes() {
        return List.copyOf(changes.values());
    }

    /**
     * Counts deadlines again.
     *
     * @param open the deadlines that still run
     * @return those whose due instant is not the stored one any more, in the given order
     */
    public List<MovedDeadline> moved(Collection<OpenDeadline> open) {
        List<MovedDeadline> moved = new ArrayList<>();
        for (OpenDeadline deadline : open) {
            moved(deadline).ifPresent(moved::add);
        }
        return List.copyOf(moved);
    }

    /**
     * Counts one deadline again.
     *
     * @param open the deadline
     * @return its new due instant with the reason, or empty when the stored one still holds
     */
    public Optional<MovedDeadline> moved(OpenDeadline open) {
        Instant due = after.due(open.start(), open.limit(), open.settings());
        if (due.equals(open.due())) {
            return Optional.empty();
        }
        Instant counted = before.due(open.start(), open.limit(), open.settings());
        LocalDate from = day(counted.isBefore(open.start()) ? counted : open.start());
        LocalDate to = day(counted.isBefore(due) ? due : counted);
        List<HolidayChange> reasons = due.equals(counted) || from.isAfter(to)
                ? List.of()
                : List.copyOf(changes.subMap(from, true, to, true).values());
        return Optional.of(new MovedDeadline(open, due, reasons, counted.equals(open.due())));
    }

    private void note(WorkingCalendar one, WorkingCalendar other, HolidayChange.Kind kind) {
        for (Holiday holiday : one.holidays()) {
            LocalDate day = holiday.date();
            if (one.scope().covers(holiday) && !one.isWorkingDay(day) && other.isWorkingDay(day)) {
                changes.putIfAbsent(day, new HolidayChange(kind, holiday));
            }
        }
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ThaiDate.BANGKOK);
    }
}
