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

/**
 * Carries file operations out between their records in the traffic log: the intents of many before the first, their outcomes after the
 * last, so that the log is forced twice for all of them. One call's worth; one thread.
 */
final class Courier {

    /** How many are announced together at the most: after a kill the log says unknown of so many. */
    static final int GROUP = 256;

    private static final TrafficOutcome NOT_BEGUN = TrafficOutcome.of(TrafficOutcome.Status.FAILED, "not-begun");

    /** What is done between the records. */
    @FunctionalInterface
    interface Action {
        void run() throws IOException;
    }

    /** Makes sure that what an operation changes is as it was before. */
    @FunctionalInterface
    interface Untouched {

        /**
         * Looks.
         *
         * @throws IOException if it is not as it was, or nobody can say
         */
        void check() throws IOException;
    }

    /**
     * A file operation.
     *
     * @param entry what the log says of it
     * @param action does it
     * @param untouched is asked when it failed: only what is as it was before was not done for sure
     */
    record Operation(TrafficEntry entry, Action action, Untouched untouched) {}

    private final TrafficRecorder recorder;
    private final boolean keeping;
    private final List<LogReceipt> records = new ArrayList<>();

    private Courier(TrafficRecorder recorder, boolean keeping) {
        this.recorder = recorder;
        this.keeping = keeping;
    }

    /** One that remembers the records that it made. */
    Courier(TrafficRecorder recorder) {
        this(recorder, true);
    }

    /** One that does not: a whole site has hundreds of thousands, and nobody asks for them. */
    static Courier ofMany(TrafficRecorder recorder) {
        return new Courier(recorder, false);
    }

    /** The records so far, in order. */
    List<LogReceipt> records() {
        return List.copyOf(records);
    }

    /**
     * Carries operations out in order. After one that fails no other is begun; each that was announced gets its outcome.
     *
     * @throws TargetUnavailable if the log takes no record, or an operation fails; the same request may be tried again
     */
    void carry(List<Operation> operations) {
        for (int from = 0; from < operations.size(); from += GROUP) {
            together(operations.subList(from, Math.min(operations.size(), from + GROUP)));
        }
    }

    private void together(List<Operation> operations) {
        List<TrafficEntry> entries = operations.stream().map(Operation::entry).toList();
        List<LogReceipt> intents = recorded(entries, "nothing of it was done", () -> recorder.intents(entries));
        List<TrafficRecorder.Ended> ended = new ArrayList<>();
        TargetUnavailable failure = null;
        for (int i = 0; i < operations.size(); i++) {
            TrafficEntry entry = entries.get(i);
            TrafficOutcome outcome = NOT_BEGUN;
            if (failure == null) {
                try {
                    operations.get(i).action().run();
                    outcome = TrafficOutcome.ok(Math.max(0, entry.bytes()));
                } catch (IOException | RuntimeException e) {
                    outcome = TrafficOutcome.of(
                            status(operations.get(i)), e.getClass().getSimpleName());
                    failure = failed(entry, e);
                }
            }
            ended.add(new TrafficRecorder.Ended(intents.get(i), outcome));
        }
        recorded(entries, "it may have been done", () -> recorder.outcomes(ended));
        if (failure != null) {
            throw failure;
        }
    }

    /** A disk may do what it was asked and say that it did not, or a server far away that serves it. */
    private static TrafficOutcome.Status status(Operation failed) {
        try {
            failed.untouched().check();
            return TrafficOutcome.Status.FAILED;
        } catch (IOException | RuntimeException e) {
            return TrafficOutcome.Status.UNKNOWN;
        }
    }

    private static TargetUnavailable failed(TrafficEntry entry, Exception e) {
        return new TargetUnavailable(
                "static site " + entry.destination() + ": " + entry.command() + " " + entry.path() + " failed (" + e
                        + "); mend the folder, then try again",
                null,
                e);
    }

    private List<LogReceipt> recorded(List<TrafficEntry> entries, String then, Supplier<List<LogReceipt>> call) {
        try {
            List<LogReceipt> receipts = call.get();
            if (keeping) {
                records.addAll(receipts);
            }
            return receipts;
        } catch (RuntimeException e) {
            TrafficEntry first = entries.get(0);
            throw new TargetUnavailable(
                    "static site " + first.destination() + ": the traffic log did not take the records of "
                            + entries.size() + " file operations, the first of them " + first.command() + " "
                            + first.path() + "; " + then + "; mend the log, then try again",
                    null,
                    e);
        }
    }
}
