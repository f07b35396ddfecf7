package dev.prakat.trigger;

import dev.prakat.Prakat;
import dev.prakat.delivery.SweepSummary;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Calls the sweep on a thread of the host's executor, at once and then at a fixed rate. It never stops by itself: a sweep that
 * fails is logged and the next one comes. For one machine, or for several that each sweep: they share the work by the database.
 * Thread-safe.
 */
public final class ExecutorTrigger implements AutoCloseable {

    private final ScheduledFuture<?> calls;

    private ExecutorTrigger(ScheduledFuture<?> calls) {
        this.calls = calls;
    }

    /**
     * Begins to call.
     *
     * @param prakat what to call; stays the caller's to close, after this
     * @param executor the host's; one thread is enough. It must not be shut down before this is closed
     * @param interval from the start of one sweep to the start of the next, as the builder's {@code sweepInterval} says; at least
     *     a millisecond
     * @return the trigger
     * @throws IllegalArgumentException if the interval is shorter
     * @throws java.util.concurrent.RejectedExecutionException if the executor takes no more work
     */
    public static ExecutorTrigger start(Prakat prakat, ScheduledExecutorService executor, Duration interval) {
        return start(prakat::sweep, executor, interval);
    }

    static ExecutorTrigger start(Supplier<SweepSummary> sweep, ScheduledExecutorService executor, Duration interval) {
        if (interval.toMillis() < 1) {
            throw new IllegalArgumentException("interval: found " + interval + ", expected a millisecond or more");
        }
        Pass pass = new Pass(sweep);
        return new ExecutorTrigger(
                executor.scheduleAtFixedRate(pass::run, 0, interval.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** Calls no more. A sweep that is under way ends by itself. Safe to call twice. */
    @Override
    public void close() {
        calls.cancel(false);
    }
}
