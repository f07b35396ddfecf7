package dev.prakat.window;

import java.time.LocalDate;

/**
 * A warning that something ends or is to be looked at again. Immutable. Source: AMB-12.
 *
 * @param daysLeft how many days are left, 1 for the last day but one
 * @param on the day, in Asia/Bangkok, on which the warning is given
 * @param kind of what it warns
 * @param last the last day on which it is public, or the review date
 */
public record ExpiryWarning(int daysLeft, LocalDate on, Kind kind, LocalDate last) {

    /** Of what it warns. */
    public enum Kind {
        /** The period ends; it comes down by itself. */
        ENDS,
        /** The period ends, and the category may not be empty: a gap opens unless it is renewed. */
        ENDS_AND_LEAVES_A_GAP,
        /** A permanent one is to be looked at again. */
        REVIEW
    }
}
