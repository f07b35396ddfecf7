package dev.prakat.delivery;

import java.time.Duration;

/** How long to wait before the next try: doubled each time up to a bound. Pure. */
final class Backoff {

    /** How often a publication is tried before a person must act. */
    static final int PUBLISH_TRIES = 20;

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration REMOVAL_BOUND = Duration.ofMinutes(1);
    private static final Duration PUBLISH_BOUND = Duration.ofMinutes(15);

    private Backoff() {}

    /**
     * The wait after a number of tries.
     *
     * @param attempts how many tries were made, from 1
     * @param removal whether it is a take-down; those are never left alone for longer than a minute
     */
    static Duration after(int attempts, boolean removal) {
        Duration bound = removal ? REMOVAL_BOUND : PUBLISH_BOUND;
        int doublings = Math.min(Math.max(attempts - 1, 0), 10);
        Duration wait = FIRST.multipliedBy(1L << doublings);
        return wait.compareTo(bound) < 0 ? wait : bound;
    }
}
