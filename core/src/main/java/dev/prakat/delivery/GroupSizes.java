package dev.prakat.delivery;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many placements of a website go into one call: few at first, more as long as it is quick with them, fewer when it is not.
 * Kept from pass to pass, or every pass would begin with few again. Thread-safe.
 */
final class GroupSizes {

    private static final int FIRST = 4;

    /** A full group that takes less lets the next one be twice as large. */
    private static final Duration QUICK = Duration.ofSeconds(8);

    /**
     * One that takes more only half. Far from the length of a claim, which is renewed before the calls and before the looks; not so
     * long that what becomes due meanwhile waits for much more than a pass.
     */
    private static final Duration SLOW = Duration.ofSeconds(15);

    private final Map<String, Integer> sizes = new ConcurrentHashMap<>();

    /** How many the next group of a website may have, at the most as many as it takes at once. */
    int next(String target, int atOnce) {
        return Math.min(atOnce, sizes.getOrDefault(target, FIRST));
    }

    /**
     * Learns from a group.
     *
     * @param items how many were in it; a group of the last few says nothing of larger ones
     */
    void took(String target, int items, Duration time) {
        int size = sizes.getOrDefault(target, FIRST);
        if (time.compareTo(SLOW) > 0) {
            sizes.put(target, Math.max(1, Math.min(size, items) / 2));
        } else if (time.compareTo(QUICK) < 0 && items >= size) {
            sizes.put(target, items * 2);
        }
    }
}
