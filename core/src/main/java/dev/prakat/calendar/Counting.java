package dev.prakat.calendar;

import dev.prakat.calendar.CountingRule.FirstDay;
import dev.prakat.calendar.DeadlineSettings.DayEnd;
import dev.prakat.calendar.DeadlineSettings.Hours;
import dev.prakat.calendar.DeadlineSettings.PlainDays;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** Counts time limits over numbered working days. Immutable. Source: AMB-03, AMB-04, AMB-18, AMB-35, AMB-38. */
final class Counting {

    private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59, 999_000_000);

    private final DayIndex days;

    Counting(DayIndex days) {
        this.days = days;
    }

    Instant due(Instant start, TimeLimit limit, DeadlineSettings settings) {
        return switch (limit.unit()) {
            case MINUTES -> due(start, Duration.ofMinutes(limit.amount()), settings);
            case HOURS -> due(start, Duration.ofHours(limit.amount()), settings);
            case DAYS, WORKING_DAYS, WEEKS, MONTHS -> {
                LocalDate last = lastDay(LocalDate.ofInstant(start, ThaiDate.BANGKOK), limit, settings);
                LocalTime end = settings.dayEnd() == DayEnd.END_OF_DAY
                        ? END_OF_DAY
                        : settings.officeHours().closes();
                yield instant(last.atTime(end));
            }
        };
    }

    LocalDate lastDay(LocalDate start, TimeLimit limit, DeadlineSettings settings) {
        CountingRule rule = settings.counting();
        LocalDate before = rule.firstDay() == FirstDay.INCLUDE ? start.minusDays(1) : start;
        return switch (limit.unit()) {
            case DAYS ->
                settings.plainDays() == PlainDays.WORKING
                        ? workingDays(before, limit.amount())
                        : settle(before.plusDays(limit.amount()), rule);
            case WEEKS -> settle(before.plusWeeks(limit.amount()), rule);
            case MONTHS -> settle(months(start, limit.amount(), rule), rule);
            case WORKING_DAYS -> workingDays(before, limit.amount());
            case MINUTES, HOURS ->
                throw new IllegalArgumentException("time limit " + limit
                        + ": found minutes or hours, expected days; ask for the due instant instead");
        };
    }

    /** How many working days a period has, by the same rule by which a limit is counted. */
    int elapsed(LocalDate from, LocalDate to, FirstDay firstDay) {
        long first = firstDay == FirstDay.INCLUDE ? from.toEpochDay() : from.toEpochDay() + 1;
        return Math.toIntExact(Math.max(0, days.number(to.toEpochDay() + 1) - days.number(first)));
    }

    private Instant due(Instant start, Duration length, DeadlineSettings settings) {
        if (settings.hours() == Hours.ELAPSED) {
            return start.plus(length);
        }
        OfficeHours office = settings.officeHours();
        LocalDateTime begun = LocalDateTime.ofInstant(start, ThaiDate.BANGKOK);
        long day = begun.toLocalDate().toEpochDay();
        long counted = days.isWorkingDay(day) ? office.elapsed(begun.toLocalTime()) : 0;
        long total = counted + length.toNanos();
        // What ends just when the office closes ends there, and not when it opens again.
        long whole = (total - 1) / office.length();
        LocalDate last = LocalDate.ofEpochDay(days.day(days.number(day) + whole));
        return instant(last.atTime(office.at(total - whole * office.length())));
    }

    private static LocalDate months(LocalDate start, int amount, CountingRule rule) {
        LocalDate namesake = start.plusMonths(amount);
        // With the first day counted, a month ends on the eve of its namesake; where there is none, on the month's last
        // day.
        boolean eve = rule.firstDay() == FirstDay.INCLUDE && namesake.getDayOfMonth() == start.getDayOfMonth();
        return eve ? namesake.minusDays(1) : namesake;
    }

    private LocalDate workingDays(LocalDate before, int amount) {
        return LocalDate.ofEpochDay(days.day(days.number(before.toEpochDay() + 1) + amount - 1));
    }

    private LocalDate settle(LocalDate last, CountingRule rule) {
        long number = days.number(last.toEpochDay());
        return switch (rule.lastDay()) {
            case ROLL_FORWARD -> LocalDate.ofEpochDay(days.day(number));
            case KEEP -> last;
            case ROLL_BACK -> days.isWorkingDay(last.toEpochDay()) ? last : LocalDate.ofEpochDay(days.day(number - 1));
        };
    }

    private static Instant instant(LocalDateTime time) {
        return time.atZone(ThaiDate.BANGKOK).toInstant();
    }
}
