package dev.prakat.staticsite;

import dev.prakat.spi.LogReceipt;
import dev.prakat.spi.TargetUnavailable;
import dev.prakat.spi.TrafficEntry;
import dev.prakat.spi.TrafficOutcome;
import dev.prakat.spi.TrafficRecorder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Carries file operations out between their records in the traffic log. One call's worth; one thread. */
final class Courier {

    /**
     * How many operations are announced together. When the process ends among them, the log calls so many unknown at most.
     */
    static final int GROUP = 64;

    /** What is done between the records. */
    @FunctionalInterface
    interface Action {
        void run() throws IOException;
    }

    /** An operation: what the log says of it, and itself. */
    record Step(TrafficEntry entry, Action action) {}

    private static final TrafficOutcome NOT_BEGUN = TrafficOutcome.of(TrafficOutcome.Status.FAILED, "not-begun");

    private final TrafficRecorder recorder;
    private final List<LogReceipt> records = new ArrayList<>();

    Courier(TrafficRecorder recorder) {
        this.recorder = recorder;
    }

    /** The records so far, in order. */
    List<LogReceipt> records() {
        return List.copyOf(records);
    }

    /**
     * Records the intents of a group, acts one by one, and records each outcome; goes on with the next group when those are durable.
     *
     * @throws TargetUnavailable if the log takes no record, or an action fails, and then no later one is begun; the same request may
     *     be tried again
     */
    void carry(List<Step> steps) {
        for (int from = 0; from < steps.size(); from += GROUP) {
            group(steps.subList(from, Math.min(steps.size(), from + GROUP)));
        }
    }

    private void group(List<Step> steps) {
        List<TrafficEntry> entries = steps.stream().map(Step::entry).toList();
        List<LogReceipt> intents = recorded(entries.get(0), () -> recorder.intents(entries));
        records.addAll(intents);
        List<Supplier<LogReceipt>> endings = new ArrayList<>();
        TargetUnavailable failure = null;
        for (int i = 0; i < steps.size(); i++) {
            TrafficEntry entry = entries.get(i);
            TrafficOutcome outcome = NOT_BEGUN;
            if (failure == null) {
                IOException problem = problem(steps.get(i).action());
                outcome = problem == null
                        ? TrafficOutcome.ok(Math.max(0, entry.bytes()))
                        : TrafficOutcome.of(
                                TrafficOutcome.Status.FAILED, problem.getClass().getSimpleName());
                failure = problem == null ? null : failed(entry, problem);
            }
            LogReceipt intent = intents.get(i);
            TrafficOutcome ended = outcome;
            endings.add(recorded(entry, () -> recorder.ending(intent, ended)));
        }
        for (int i = 0; i < steps.size(); i++) {
            records.add(recorded(entries.get(i), endings.get(i)));
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static @Nullable IOException problem(Action action) {
        try {
            action.run();
            return null;
        } catch (IOException e) {
            return e;
        }
    }

    private static TargetUnavailable failed(TrafficEntry entry, IOException e) {
        return new TargetUnavailable(
                "static site " + entry.destination() + ": " + entry.command() + " " + entry.path() + " failed (" + e
                        + "); mend the folder, then try again",
                null,
                e);
    }

    private static <T> T recorded(TrafficEntry entry, Supplier<T> call) {
        try {
            return call.get();
        } catch (RuntimeException e) {
            throw new TargetUnavailable(
                    "static site " + entry.destination() + ": the traffic log took no record of " + entry.command()
                            + " " + entry.path()
                            + "; nothing that was not announced before was done; mend the log, then try again",
                    null,
                    e);
        }
    }
}
