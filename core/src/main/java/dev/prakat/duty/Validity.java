package dev.prakat.duty;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * From which day to which an assignment holds. Both days belong to it. Immutable. Source: S001-R15.
 *
 * @param from the first day; null when it holds since ever
 * @param to the last day; null when it holds until further notice
 */
public record Validity(@Nullable LocalDate from, @Nullable LocalDate to) {

    /** Without beginning and end. */
    public static final Validity ALWAYS = new Validity(null, null);

    /**
     * Whether it holds on a day.
     *
     * @param day the day
     * @return true from the first day to the last
     */
    public boolean contains(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    /**
     * Whether two share a day.
     *
     * @param other the other one
     * @return true if some day belongs to both
     */
    public boolean overlaps(Validity other) {
        boolean endsBefore = to != null && other.from != null && to.isBefore(other.from);
        boolean beginsAfter = from != null && other.to != null && from.isAfter(other.to);
        return !endsBefore && !beginsAfter;
    }

    /** The days as {@code 2021-01-01..2021-12-31}; an open side is left out. */
    @Override
    public String toString() {
        return equals(ALWAYS) ? "always" : (from == null ? "" : from) + ".." + (to == null ? "" : to);
    }
}
