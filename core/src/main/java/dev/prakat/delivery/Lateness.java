package dev.prakat.delivery;

import java.time.Duration;
import java.util.List;

/**
 * How late removals were proven: from the instant due to the proof. Immutable.
 *
 * @param removals how many removals this is about, the newest ones
 * @param p50 half of them were not later than this
 * @param p95 nineteen of twenty were not later than this
 * @param max the latest one
 */
public record Lateness(int removals, Duration p50, Duration p95, Duration max) {

    /** No removal was proven yet. */
    public static final Lateness NONE = new Lateness(0, Duration.ZERO, Duration.ZERO, Duration.ZERO);

    static Lateness of(List<Long> millis) {
        if (millis.isEmpty()) {
            return NONE;
        }
        List<Long> sorted = millis.stream().sorted().toList();
        return new Lateness(sorted.size(), rank(sorted, 0.5), rank(sorted, 0.95), rank(sorted, 1));
    }

    /** The nearest rank: a value that was really measured. */
    private static Duration rank(List<Long> sorted, double part) {
        int index = (int) Math.ceil(part * sorted.size()) - 1;
        return Duration.ofMillis(sorted.get(Math.max(0, index)));
    }
}
