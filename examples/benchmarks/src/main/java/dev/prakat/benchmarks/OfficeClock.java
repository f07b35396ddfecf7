package dev.prakat.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** Begins at the office's instant, goes as fast as the true time, and can be set forward. Thread-safe. */
final class OfficeClock implements InstantSource {

    private final AtomicLong aheadNanos = new AtomicLong(-System.nanoTime());

    @Override
    public Instant instant() {
        return SampleOffice.NOW.plusNanos(System.nanoTime() + aheadNanos.get());
    }

    /** Sets the clock. */
    void set(Instant to) {
        aheadNanos.addAndGet(Duration.between(instant(), to).toNanos());
    }
}
