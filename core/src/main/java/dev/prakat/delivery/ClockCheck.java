package dev.prakat.delivery;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Notices a clock that was set back: an earlier sweep, on any node, is then in the future. While it is so, take-downs go on and
 * publications wait, because what is past its end must not seem to be before it again.
 */
final class ClockCheck {

    /** Nodes may differ by this much without a word. */
    static final Duration TOLERANCE = Duration.ofMinutes(1);

    private ClockCheck() {}

    static boolean isBehind(Instant now, @Nullable Instant newestSweep) {
        return newestSweep != null && now.plus(TOLERANCE).isBefore(newestSweep);
    }

    static String problem(Instant now, @Nullable Instant newestSweep) {
        return "the clock says " + now + ", and a sweep began at " + newestSweep
                + ": it was set back, or a node's clock is ahead. Nothing is published until it is past that again;"
                + " take-downs go on. Set the clocks right (NTP); if this one is right, an officer says so: sweep --accept-clock";
    }
}
