package dev.prakat.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether the promise is being kept. Immutable.
 *
 * @param status the worst of what was found
 * @param at the instant of the look
 * @param lastSweep when a sweep last ended, on any node, or null
 * @param overdue how many removals are due and not proven
 * @param failing how many deliveries failed and are tried again
 * @param dead how many publications need a person
 */
public record Health(Status status, Instant at, @Nullable Instant lastSweep, long overdue, long failing, long dead) {

    /** The worst of what was found, the worst last. */
    public enum Status {
        /** All is well. */
        UP,
        /** Some deliveries fail, or need a person. */
        DEGRADED,
        /** Something is public, or may be, after its time. */
        OVERDUE,
        /** No sweep ended in the last three intervals. */
        STALE,
        /** Nobody ever called {@code sweep()}. */
        NEVER_RAN
    }
}
