package dev.prakat.trigger;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** An executor whose time passes when it is told to, and that gives up a task that throws, as a real one does. */
final class VirtualExecutor {

    private Runnable task;
    private Duration period;
    private Duration now = Duration.ZERO;
    private Duration next = Duration.ZERO;
    private Consumer<Instant> clock = instant -> {};
    private Instant begin = Instant.EPOCH;

    ScheduledExecutorService service() {
        return (ScheduledExecutorService) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ScheduledExecutorService.class},
                (proxy, method, given) -> {
                    if (!method.getName().equals("scheduleAtFixedRate")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    task = (Runnable) given[0];
                    TimeUnit unit = (TimeUnit) given[3];
                    next = now.plus(Duration.of((Long) given[1], unit.toChronoUnit()));
                    period = Duration.of((Long) given[2], unit.toChronoUnit());
                    return future();
                });
    }

    private ScheduledFuture<?> future() {
        return (ScheduledFuture<?>) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ScheduledFuture.class}, (proxy, method, given) -> {
                    if (!method.getName().equals("cancel")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    task = null;
                    return true;
                });
    }

    /** Sets a clock whenever time passes. */
    void onTick(Consumer<Instant> set, Instant from) {
        clock = set;
        begin = from;
        now = Duration.ZERO;
        next = Duration.ZERO;
    }

    /** Lets time pass, to the end included. */
    void pass(Duration time) {
        Duration end = now.plus(time);
        while (task != null && next.compareTo(end) <= 0) {
            now = next;
            next = next.plus(period);
            clock.accept(begin.plus(now));
            try {
                task.run();
            } catch (RuntimeException | Error e) {
                task = null;
            }
        }
        now = end;
        clock.accept(begin.plus(now));
    }
}
