package dev.prakat.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;

/**
 * Numbers the working days, so that no question walks from day to day: the n-th working day is found by one binary search over
 * the holidays, whatever n is, and for every date there is. Immutable.
 */
final class DayIndex {

    /* Weekdays (Monday to Friday) are numbered by arithmetic: five a week. Holidays on weekdays are taken off: rank[i] is how
     * many working days lie before the i-th of them. So the working day with the number n is the weekday with the number
     * n + (how many ranks are at most n). */

    private static final int WEEK = 7;
    private static final int WEEKDAYS = 5;
    /** 1 January 1970 was a Thursday: the week of day 0 began three days before it. */
    private static final int MONDAY = 3;

    private final long[] closed;
    private final long[] rank;

    /** The days may be given in any order, twice, and on weekends. */
    DayIndex(Collection<LocalDate> holidays) {
        this.closed = holidays.stream()
                .filter(day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY)
                .mapToLong(LocalDate::toEpochDay)
                .distinct()
                .sorted()
                .toArray();
        this.rank = new long[closed.length];
        for (int i = 0; i < closed.length; i++) {
            rank[i] = weekdaysBefore(closed[i]) - i;
        }
    }

    boolean isWorkingDay(long day) {
        return Math.floorMod(day + MONDAY, WEEK) < WEEKDAYS && Arrays.binarySearch(closed, day) < 0;
    }

    /** The number of the first working day that is this day or after it. Differences of numbers count working days. */
    long number(long day) {
        int found = Arrays.binarySearch(closed, day);
        return weekdaysBefore(day) - (found < 0 ? -found - 1 : found);
    }

    /** The working day with a number. */
    long day(long number) {
        int from = 0;
        int to = rank.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (rank[middle] <= number) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        long weekday = number + from;
        return Math.floorDiv(weekday, WEEKDAYS) * WEEK + Math.floorMod(weekday, WEEKDAYS) - MONDAY;
    }

    private static long weekdaysBefore(long day) {
        return Math.floorDiv(day + MONDAY, WEEK) * WEEKDAYS + Math.min(Math.floorMod(day + MONDAY, WEEK), WEEKDAYS);
    }
}
