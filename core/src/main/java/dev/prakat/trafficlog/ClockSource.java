package dev.prakat.trafficlog;

/** A source of time that this machine's clock is held against. Asked from a thread of the log. Source: S001-R30 */
@FunctionalInterface
public interface ClockSource {

    /** No source: time is recorded as not measured, and nothing is ever pruned. */
    ClockSource NONE = () -> ClockReading.NOT_MEASURED;

    /**
     * Measures now.
     *
     * @return what was found; a source that does not answer is a reading too
     */
    ClockReading measure();
}
