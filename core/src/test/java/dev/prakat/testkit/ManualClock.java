package dev.prakat.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until a test moves it. Thread-safe. */
public final class ManualClock implements InstantSource {

    private volatile Instant now;

    /**
     * Creates a clock.
     *
     * @param start what it says until it is moved
     */
    public ManualClock(Instant start) {
        now = start;
    }

    /**
     * Creates a clock from text.
     *
     * @param start an ISO 8601 instant, for example {@code 2026-11-22T02:00:00Z}
     * @return the clock
     * @throws java.time.format.DateTimeParseException if the text is no instant
     */
    public static ManualClock at(String start) {
        return new ManualClock(Instant.parse(start));
    }

    @Override
    public Instant instant() {
        return now;
    }

    /**
     * Moves the clock to an instant, forwards or backwards.
     *
     * @param instant what it says from now on
     */
    public void set(Instant instant) {
        now = instant;
    }

    /**
     * Moves the clock on.
     *
     * @param by how far; a negative duration moves it back
     * @return what it says now
     */
    public synchronized Instant advance(Duration by) {
        Instant moved = now.plus(by);
        now = moved;
        return moved;
    }
}
