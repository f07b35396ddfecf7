package dev.prakat.spi;

import org.jspecify.annotations.Nullable;

/**
 * How an action ended. Immutable.
 *
 * @param status the class of the ending
 * @param code what the other side said ({@code 200}, {@code ENOSPC}, an exception's class), or null
 * @param bytesOut how many bytes were really sent or written, or -1 when unknown
 * @param bytesIn how many bytes came back, or -1 when unknown
 */
public record TrafficOutcome(Status status, @Nullable String code, long bytesOut, long bytesIn) {

    /** The classes of ending. */
    public enum Status {
        /** It was done. */
        OK,
        /** It was refused: by a rule, or by the other side. */
        DENIED,
        /** It was not done. */
        FAILED,
        /** Nobody can say whether it was done. */
        UNKNOWN
    }

    /**
     * It was done.
     *
     * @param bytesOut how many bytes were sent or written
     * @return the outcome
     */
    public static TrafficOutcome ok(long bytesOut) {
        return new TrafficOutcome(Status.OK, null, bytesOut, -1);
    }

    /**
     * It ended otherwise.
     *
     * @param status the class of the ending
     * @param code what the other side said, or an exception's class
     * @return the outcome
     */
    public static TrafficOutcome of(Status status, String code) {
        return new TrafficOutcome(status, code, -1, -1);
    }
}
