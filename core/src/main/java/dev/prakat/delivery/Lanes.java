package dev.prakat.delivery;

import dev.prakat.delivery.Lane.Result;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.PublishingTarget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one lane a website, side by side, so that a website that is slow or dead delays no other. With a single website the lane
 * runs on the caller's thread. A call that began lately when the pass must end is waited for, two seconds at most; one that has
 * not ended then is left to end on its thread, and its website gets no lane until it has. Thread-safe.
 */
final class Lanes {

    private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);
    private static final long LAST_WORDS_SECONDS = 5;

    /** How long a pass that is over waits for a call that began lately. */
    private static final Duration LAST_CALL = Duration.ofSeconds(2);

    private final Map<String, PublishingTarget> targets;
    private final Duration patience;
    private final Executor executor;
    private final @Nullable ThreadPoolExecutor own;
    private final Map<String, Busy> busy = new ConcurrentHashMap<>();

    /** A lane that runs now, and whether the pass that began it has given up waiting. */
    private static final class Busy {
        private volatile boolean overrun;
        private volatile @Nullable Lane lane;
    }

    Lanes(Map<String, PublishingTarget> targets, @Nullable Executor given, Duration patience) {
        this.targets = new TreeMap<>(targets);
        this.patience = patience;
        ThreadPoolExecutor pool = given == null ? pool() : null;
        this.own = pool;
        this.executor = pool == null ? Objects.requireNonNull(given) : pool;
    }

    /** Threads that are there during a pass and a second longer; never more than there are websites, each busy once. */
    private static ThreadPoolExecutor pool() {
        AtomicInteger number = new AtomicInteger();
        return new ThreadPoolExecutor(0, Integer.MAX_VALUE, 1, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
            Thread thread = new Thread(work, "prakat-lane-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Runs a lane for every website and waits for them, but not for ever. */
    List<Result> run(BiFunction<String, PublishingTarget, Lane> newLane) {
        if (targets.size() == 1) {
            Map.Entry<String, PublishingTarget> only =
                    targets.entrySet().iterator().next();
            Busy mine = new Busy();
            return List.of(
                    taken(only.getKey(), mine).orElseGet(() -> lane(only.getKey(), only.getValue(), newLane, mine)));
        }
        Map<String, CompletableFuture<Result>> running = new LinkedHashMap<>();
        targets.forEach((name, target) -> running.put(name, begun(name, target, newLane)));
        await(running);
        List<Result> results = new ArrayList<>();
        running.forEach((name, result) -> results.add(result.isDone() ? joined(result) : overrun(name)));
        return results;
    }

    private void await(Map<String, CompletableFuture<Result>> running) {
        CompletableFuture<Void> all = CompletableFuture.allOf(running.values().toArray(CompletableFuture<?>[]::new));
        try {
            all.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            awaitLastCalls(running);
        } catch (ExecutionException e) {
            // Whoever failed says so when its result is read.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * A lane that is at work ends with the call that it is at, says what it did and is free for the next pass; only one that is
     * stuck is left behind. Without this a busy website would lose every other pass.
     */
    private void awaitLastCalls(Map<String, CompletableFuture<Result>> running) {
        Duration grace = patience.compareTo(LAST_CALL) < 0 ? patience : LAST_CALL;
        long until = System.nanoTime() + grace.toNanos();
        List<CompletableFuture<Result>> moving = new ArrayList<>();
        running.forEach((name, result) -> {
            Busy one = busy.get(name);
            Lane lane = one == null ? null : one.lane;
            if (lane != null && !result.isDone()) {
                lane.stop();
                if (lane.movedWithin(grace)) {
                    moving.add(result);
                }
            }
        });
        for (CompletableFuture<Result> result : moving) {
            try {
                result.get(Math.max(1, until - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException | ExecutionException e) {
                // As above.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static Result joined(CompletableFuture<Result> result) {
        try {
            return result.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private Result overrun(String name) {
        Busy one = busy.get(name);
        if (one != null) {
            one.overrun = true;
            Lane lane = one.lane;
            if (lane != null) {
                lane.stop();
            }
        }
        return new Result(name, Map.of(), 0, true, false);
    }

    private CompletableFuture<Result> begun(
            String name, PublishingTarget target, BiFunction<String, PublishingTarget, Lane> newLane) {
        Busy mine = new Busy();
        Optional<Result> taken = taken(name, mine);
        if (taken.isPresent()) {
            return CompletableFuture.completedFuture(taken.get());
        }
        try {
            return CompletableFuture.supplyAsync(() -> lane(name, target, newLane, mine), executor);
        } catch (RejectedExecutionException e) {
            busy.remove(name);
            LOG.atError()
                    .addKeyValue("target", name)
                    .setCause(e)
                    .log("The host's executor has no thread for a website");
            return CompletableFuture.completedFuture(new Result(name, Map.of(), 0, true, false));
        }
    }

    /** The result for whoever comes second: one thread at a time is at a website, as the SPI promises. */
    private Optional<Result> taken(String name, Busy mine) {
        Busy other = busy.putIfAbsent(name, mine);
        return other == null ? Optional.empty() : Optional.of(new Result(name, Map.of(), 0, other.overrun, false));
    }

    private Result lane(
            String name, PublishingTarget target, BiFunction<String, PublishingTarget, Lane> newLane, Busy mine) {
        try {
            Lane lane = newLane.apply(name, target);
            mine.lane = lane;
            return lane.run();
        } finally {
            busy.remove(name);
        }
    }

    /** Works with a website outside of a pass, as the only one of this process. */
    void alone(String name, Runnable work) {
        if (busy.putIfAbsent(name, new Busy()) != null) {
            throw new PrakatException(
                    ProblemCode.CONFLICT,
                    "target '" + name + "': a sweep of this process is at work on it. Repeat when it has ended.");
        }
        try {
            work.run();
        } finally {
            busy.remove(name);
        }
    }

    /** Begins nothing new and waits a little for what is under way. */
    void close() {
        busy.values().forEach(one -> {
            Lane lane = one.lane;
            if (lane != null) {
                lane.stop();
            }
        });
        if (own != null) {
            own.shutdown();
            try {
                own.awaitTermination(LAST_WORDS_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
