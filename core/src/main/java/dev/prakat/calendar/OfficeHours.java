package dev.prakat.calendar;

import java.time.Duration;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * When an office is open on a working day, in Asia/Bangkok. Immutable. Source: AMB-18.
 *
 * @param opens when it opens
 * @param closes when it closes
 * @param lunch the break that is taken off, or null when the office counts through it
 */
public record OfficeHours(
        LocalTime opens, LocalTime closes, @Nullable Lunch lunch) {

    /** 08:30 to 16:30, counted through lunch. */
    public static final OfficeHours STANDARD = new OfficeHours(LocalTime.of(8, 30), LocalTime.of(16, 30), null);

    /** 08:30 to 16:30 without 12:00 to 13:00. */
    public static final OfficeHours WITHOUT_LUNCH =
            new OfficeHours(STANDARD.opens, STANDARD.closes, new Lunch(LocalTime.of(12, 0), LocalTime.of(13, 0)));

    /**
     * A break in which the clock stands still.
     *
     * @param begins its beginning
     * @param ends its end
     */
    public record Lunch(LocalTime begins, LocalTime ends) {}

    /**
     * Checks the order of the times.
     *
     * @throws IllegalArgumentException if they are not in the order opens, lunch, closes, each later than the one before
     */
    public OfficeHours {
        boolean ordered = lunch == null
                ? opens.isBefore(closes)
                : opens.isBefore(lunch.begins) && lunch.begins.isBefore(lunch.ends) && lunch.ends.isBefore(closes);
        if (!ordered) {
            throw new IllegalArgumentException("office hours: found " + opens + " to " + closes
                    + (lunch == null ? "" : " with lunch " + lunch.begins + " to " + lunch.ends)
                    + ", expected each time to be later than the one before");
        }
    }

    /** How many nanoseconds a working day counts. */
    long length() {
        return elapsed(closes);
    }

    /** How many nanoseconds of the working day have been counted at a time of day. */
    long elapsed(LocalTime time) {
        LocalTime inside = time.isBefore(opens) ? opens : time.isAfter(closes) ? closes : time;
        long counted = inside.toNanoOfDay() - opens.toNanoOfDay();
        if (lunch == null || !inside.isAfter(lunch.begins)) {
            return counted;
        }
        LocalTime back = inside.isBefore(lunch.ends) ? inside : lunch.ends;
        return counted - Duration.between(lunch.begins, back).toNanos();
    }

    /** The first time of day at which so many nanoseconds, 1 to {@link #length()}, have been counted. */
    LocalTime at(long elapsed) {
        LocalTime straight = opens.plusNanos(elapsed);
        return lunch == null || !straight.isAfter(lunch.begins)
                ? straight
                : straight.plus(Duration.between(lunch.begins, lunch.ends));
    }
}
