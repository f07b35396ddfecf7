package dev.prakat.calendar;

/**
 * A day that is a holiday in one calendar and not in another. Immutable.
 *
 * @param kind whether it came or went
 * @param holiday the holiday
 */
public record HolidayChange(Kind kind, Holiday holiday) {

    /** Whether a holiday came or went. */
    public enum Kind {
        /** Offices were to work on this day and now rest. */
        ADDED,
        /** Offices were to rest on this day and now work. */
        REMOVED
    }

    /**
     * The change on one line, for a journal.
     *
     * @return for example {@code holiday added: 2023-07-31 (SPECIAL, NATIONAL)}
     */
    public String line() {
        return "holiday " + (kind == Kind.ADDED ? "added" : "removed") + ": " + holiday.date() + " (" + holiday.kind()
                + ", " + holiday.scope() + ")";
    }
}
