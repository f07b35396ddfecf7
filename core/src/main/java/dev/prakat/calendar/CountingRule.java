package dev.prakat.calendar;

/**
 * How days are counted. Immutable.
 *
 * @param firstDay whether the day of the beginning counts
 * @param lastDay what happens when the last day is not a working day; does not touch limits in working days, minutes, hours
 */
public record CountingRule(FirstDay firstDay, LastDay lastDay) {

    /**
     * The usual rule: the first day is left out and a last day that is not a working day moves to the next one. Source:
     * AMB-03, AMB-04.
     */
    public static final CountingRule STANDARD = new CountingRule(FirstDay.EXCLUDE, LastDay.ROLL_FORWARD);

    /** Whether the day of the beginning counts. */
    public enum FirstDay {
        /** Counting begins on the next day. */
        EXCLUDE,
        /** The day itself is the first. */
        INCLUDE
    }

    /** What happens when the last day is not a working day. */
    public enum LastDay {
        /** The next working day is the last. */
        ROLL_FORWARD,
        /** It stays. */
        KEEP,
        /** The working day before it is the last. */
        ROLL_BACK
    }
}
