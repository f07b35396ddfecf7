package dev.prakat.journal;

import java.time.Duration;

/** How long a notification that a listener did not take waits: half a minute at first, twice as long each time, an hour at most. */
final class ListenerBackoff {

    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofHours(1);

    private ListenerBackoff() {}

    static Duration after(int attempts) {
        int doublings = Math.min(Math.max(0, attempts - 1), 10);
        Duration wait = FIRST.multipliedBy(1L << doublings);
        return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    }
}
