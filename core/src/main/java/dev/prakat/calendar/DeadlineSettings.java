package dev.prakat.calendar;

/**
 * Everything that decides when a time limit ends, apart from the holidays. Immutable; a change is a copy. A policy may set all of
 * it. Source: AMB-03, AMB-04, AMB-18, AMB-38.
 *
 * @param counting whether the first day counts and what happens to a last day that is not a working day
 * @param plainDays what a limit in plain days means
 * @param hours what a limit in minutes or hours means
 * @param officeHours when the office is open, for {@link Hours#OFFICE} and {@link DayEnd#OFFICE_CLOSE}
 * @param dayEnd when the last day of a limit in days, weeks or months is over
 */
public record DeadlineSettings(
        CountingRule counting, PlainDays plainDays, Hours hours, OfficeHours officeHours, DayEnd dayEnd) {

    /**
     * The defaults: first day left out, last day rolled forward, plain days by the calendar, minutes and hours in office time
     * from 08:30 to 16:30, days over at 23:59:59.999.
     */
    public static final DeadlineSettings STANDARD = new DeadlineSettings(
            CountingRule.STANDARD, PlainDays.CALENDAR, Hours.OFFICE, OfficeHours.STANDARD, DayEnd.END_OF_DAY);

    /** What a limit in plain days means. Source: AMB-03. */
    public enum PlainDays {
        /** Every day counts. */
        CALENDAR,
        /** As a limit in working days. */
        WORKING
    }

    /** What a limit in minutes or hours means. Source: AMB-18. */
    public enum Hours {
        /** It runs while the office is open. */
        OFFICE,
        /** It runs day and night. */
        ELAPSED
    }

    /** When a last day is over. Source: AMB-38. */
    public enum DayEnd {
        /** At 23:59:59.999 Asia/Bangkok. */
        END_OF_DAY,
        /** When the office closes, also on a day on which it does not open. */
        OFFICE_CLOSE
    }

    /**
     * A copy with another rule of counting.
     *
     * @param other the rule
     * @return the copy
     */
    public DeadlineSettings withCounting(CountingRule other) {
        return new DeadlineSettings(other, plainDays, hours, officeHours, dayEnd);
    }

    /**
     * A copy with another meaning of plain days.
     *
     * @param other the meaning
     * @return the copy
     */
    public DeadlineSettings withPlainDays(PlainDays other) {
        return new DeadlineSettings(counting, other, hours, officeHours, dayEnd);
    }

    /**
     * A copy with another meaning of minutes and hours.
     *
     * @param other the meaning
     * @return the copy
     */
    public DeadlineSettings withHours(Hours other) {
        return new DeadlineSettings(counting, plainDays, other, officeHours, dayEnd);
    }

    /**
     * A copy with other office hours.
     *
     * @param other the hours
     * @return the copy
     */
    public DeadlineSettings withOfficeHours(OfficeHours other) {
        return new DeadlineSettings(counting, plainDays, hours, other, dayEnd);
    }

    /**
     * A copy with another end of the day.
     *
     * @param other the end
     * @return the copy
     */
    public DeadlineSettings withDayEnd(DayEnd other) {
        return new DeadlineSettings(counting, plainDays, hours, officeHours, other);
    }
}
