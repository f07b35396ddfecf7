package dev.prakat.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether the promise is being kept on one website. Immutable.
 *
 * @param target its name
 * @param configured whether it is configured here; false for one that was given up
 * @param overdue how many removals are due and not proven
 * @param oldestOverdue since when the oldest of them is due, or null
 * @param failing how many deliveries failed and are tried again
 * @param dead how many publications need a person
 * @param drifted how many differences to what was proven are open
 * @param stillPublic how many of those are items that are public although their removal was proven
 * @param lateness of the newest removals
 * @param lastScan when a whole scan for drift last ended, or null
 */
public record TargetHealth(
        String target,
        boolean configured,
        long overdue,
        @Nullable Instant oldestOverdue,
        long failing,
        long dead,
        long drifted,
        long stillPublic,
        Lateness lateness,
        @Nullable Instant lastScan) {

    /**
     * Whether anything is wrong here.
     *
     * @return true when nothing is overdue, failing, dead or drifted, and the website was not given up
     */
    public boolean isWell() {
        return configured && overdue + failing + dead + drifted == 0;
    }
}
