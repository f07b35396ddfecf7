package dev.prakat.trafficlog;

/**
 * What was measured of this machine's clock. Says how good the time of the records is; never changes it. Immutable.
 *
 * @param synchronised whether a source of time was reached and the error is within the 10 milliseconds of the notification
 * @param source what was asked: {@code chrony}, {@code sntp:ntp.example.go.th}, or a code that begins with {@code na:}
 * @param stratum how far that is from a reference clock, 0 when not known
 * @param offsetMicros how far this clock is ahead of the source, in microseconds
 * @param errorMicros how wrong it may be at most, in microseconds, -1 when not known
 * @param why what is wrong, or an empty text Source: S001-R30
 */
public record ClockReading(
        boolean synchronised, String source, int stratum, long offsetMicros, long errorMicros, String why) {

    /** The greatest error that the ministry's notification allows, in microseconds. */
    public static final long MOST_ERROR_MICROS = 10_000;

    static final int UNSYNCHRONISED_STRATUM = 16;

    /** No source of time is set up. */
    public static final ClockReading NOT_MEASURED = unknown("na:clock-not-measured", NaCode.CLOCK_NOT_MEASURED);

    /**
     * A source that did not answer.
     *
     * @param source what was asked
     * @param why what happened
     * @return a reading that is not synchronised
     */
    public static ClockReading unknown(String source, String why) {
        return new ClockReading(false, source, 0, 0, -1, why);
    }

    /**
     * A source that answered.
     *
     * @param source what was asked
     * @param stratum its distance from a reference clock
     * @param offsetMicros how far this clock is ahead of it
     * @param uncertaintyMicros how wrong that number may be: half the way there and back, and the source's own error
     * @return the reading, synchronised if the stratum is 1 to 15 and the error within 10 milliseconds
     */
    public static ClockReading of(String source, int stratum, long offsetMicros, long uncertaintyMicros) {
        long error = Math.abs(offsetMicros) + uncertaintyMicros;
        boolean served = stratum > 0 && stratum < UNSYNCHRONISED_STRATUM;
        String why = !served
                ? "the source says that it is not synchronised (stratum " + stratum + ")"
                : error > MOST_ERROR_MICROS ? "the error may be " + error + " microseconds" : "";
        return new ClockReading(why.isEmpty(), source, stratum, offsetMicros, error, why);
    }
}
