package dev.prakat.trafficlog;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Measures the clock when a log is opened and every minute after it, and knows how old the last measure is. Thread-safe. */
final class ClockWatch {

    static final Duration EVERY = Duration.ofSeconds(60);

    private static final Logger LOG = LoggerFactory.getLogger(ClockWatch.class);

    private final ClockSource source;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Measure last;

    /** A reading and when it was made. */
    private record Measure(ClockReading reading, long nanos) {}

    ClockWatch(ClockSource source) {
        this.source = source;
        this.last = new Measure(ask(), System.nanoTime());
    }

    ClockReading reading() {
        return last.reading();
    }

    long ageSeconds() {
        return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - last.nanos());
    }

    /** Goes on measuring in a thread of its own, and tells of each measure; without a source there is nothing to do. */
    void start(String name, Duration every, Consumer<ClockReading> told) {
        if (ClockSource.NONE.equals(source)) {
            return;
        }
        Thread thread = new Thread(() -> run(every, told), name);
        thread.setDaemon(true);
        thread.start();
    }

    void close() {
        closed.countDown();
    }

    private void run(Duration every, Consumer<ClockReading> told) {
        try {
            while (!closed.await(every.toMillis(), TimeUnit.MILLISECONDS)) {
                last = new Measure(ask(), System.nanoTime());
                told.accept(last.reading());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.atWarn().setCause(e).log("The clock is no longer measured: the traffic log does not take it");
        }
    }

    /** The source may be the host's code and may throw anything. */
    private ClockReading ask() {
        try {
            return source.measure();
        } catch (RuntimeException e) {
            return ClockReading.unknown("na:unknown", "the source of time failed: " + e);
        }
    }
}
