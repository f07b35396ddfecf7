package dev.prakat.calendar;

import dev.prakat.calendar.CountingRule.FirstDay;
import dev.prakat.calendar.CountingRule.LastDay;
import dev.prakat.calendar.DeadlineSettings.DayEnd;
import dev.prakat.calendar.DeadlineSettings.Hours;
import dev.prakat.calendar.DeadlineSettings.PlainDays;
import dev.prakat.calendar.TimeLimit.Unit;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Set;

/** The oracle: counts by walking from day to day and from minute to minute, and knows no arithmetic. */
final class Walk {

    private final Set<LocalDate> holidays;

    Walk(Set<LocalDate> holidays) {
        this.holidays = Set.copyOf(holidays);
    }

    boolean works(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !holidays.contains(day);
    }

    LocalDateTime due(LocalDateTime start, TimeLimit limit, DeadlineSettings settings) {
        if (limit.unit() == Unit.MINUTES || limit.unit() == Unit.HOURS) {
            int minutes = limit.unit() == Unit.HOURS ? 60 * limit.amount() : limit.amount();
            return settings.hours() == Hours.ELAPSED
                    ? start.plusMinutes(minutes)
                    : officeMinutes(start, minutes, settings.officeHours());
        }
        LocalDate day = lastDay(start.toLocalDate(), limit, settings);
        return settings.dayEnd() == DayEnd.END_OF_DAY
                ? day.plusDays(1).atStartOfDay().minusNanos(1_000_000)
                : day.atTime(settings.officeHours().closes());
    }

    LocalDate lastDay(LocalDate start, TimeLimit limit, DeadlineSettings settings) {
        boolean include = settings.counting().firstDay() == FirstDay.INCLUDE;
        boolean working = limit.unit() == Unit.WORKING_DAYS
                || (limit.unit() == Unit.DAYS && settings.plainDays() == PlainDays.WORKING);
        LocalDate day = start;
        if (limit.unit() == Unit.MONTHS) {
            day = month(start, limit.amount(), include);
        } else {
            int wanted = limit.unit() == Unit.WEEKS ? 7 * limit.amount() : limit.amount();
            int counted = include && (!working || works(day)) ? 1 : 0;
            while (counted < wanted) {
                day = day.plusDays(1);
                counted += !working || works(day) ? 1 : 0;
            }
        }
        LastDay last = settings.counting().lastDay();
        while (!working && last != LastDay.KEEP && !works(day)) {
            day = last == LastDay.ROLL_FORWARD ? day.plusDays(1) : day.minusDays(1);
        }
        return day;
    }

    int workingDays(LocalDate from, LocalDate to, FirstDay first) {
        int counted = 0;
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            counted += works(day) && (first == FirstDay.INCLUDE || !day.equals(from)) ? 1 : 0;
        }
        return counted;
    }

    private LocalDateTime officeMinutes(LocalDateTime start, int minutes, OfficeHours hours) {
        boolean[] open = openMinutes(hours);
        LocalDate day = start.toLocalDate();
        int minute = start.getHour() * 60 + start.getMinute();
        boolean works = works(day);
        for (int left = minutes; left > 0; ) {
            if (minute == open.length) {
                minute = 0;
                day = day.plusDays(1);
                works = works(day);
            }
            left -= works && open[minute] ? 1 : 0;
            minute++;
        }
        return day.atStartOfDay().plusMinutes(minute);
    }

    /** Of each minute of a working day, whether it is one of the office's. */
    private static boolean[] openMinutes(OfficeHours hours) {
        boolean[] open = new boolean[24 * 60];
        OfficeHours.Lunch lunch = hours.lunch();
        for (int minute = 0; minute < open.length; minute++) {
            LocalTime time = LocalTime.of(minute / 60, minute % 60);
            boolean eating = lunch != null && !time.isBefore(lunch.begins()) && time.isBefore(lunch.ends());
            open[minute] = !time.isBefore(hours.opens()) && time.isBefore(hours.closes()) && !eating;
        }
        return open;
    }

    private static LocalDate month(LocalDate start, int months, boolean include) {
        int year = start.getYear();
        int month = start.getMonthValue();
        for (int i = 0; i < months; i++) {
            month = month == 12 ? 1 : month + 1;
            year += month == 1 ? 1 : 0;
        }
        int length = LocalDate.of(year, month, 1).lengthOfMonth();
        if (start.getDayOfMonth() > length) {
            return LocalDate.of(year, month, length);
        }
        LocalDate namesake = LocalDate.of(year, month, start.getDayOfMonth());
        return include ? namesake.minusDays(1) : namesake;
    }
}
