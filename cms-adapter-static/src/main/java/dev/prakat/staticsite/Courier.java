package dev.prakat.staticsite;

import dev.prakat.spi.LogReceipt;
import dev.prakat.spi.TargetUnavailable;
import dev.prakat.spi.TrafficEntry;
import dev.prakat.spi.TrafficOutcome;
import dev.prakat.spi.TrafficRecorder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Carries file operations out between their two records in the traffic log. One call's worth; thread-safe. */
final class Courier {

    /** What is done between the records. */
    @FunctionalInterface
    interface Action {
        void run() throws IOException;
    }

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
    synchronized List<LogReceipt> records() {
        return List.copyOf(records);
    }

    private synchronized void keep(LogReceipt receipt) {
        if (keeping) {
            records.add(receipt);
        }
    }

    /**
     * Records the intent, acts, records the outcome.
     *
     * @throws TargetUnavailable if the log takes no record, or the action fails; the same request may be tried again
     */
    void carry(TrafficEntry entry, Action action) {
        LogReceipt intent = record(entry, () -> recorder.intent(entry));
        try {
            action.run();
        } catch (IOException e) {
            TrafficOutcome failed =
                    TrafficOutcome.of(TrafficOutcome.Status.FAILED, e.getClass().getSimpleName());
            record(entry, () -> recorder.outcome(intent, failed));
            throw new TargetUnavailable(
                    "static site " + entry.destination() + ": " + entry.command() + " " + entry.path() + " failed (" + e
                            + "); mend the folder, then try again",
                    null,
                    e);
        }
        record(entry, () -> recorder.outcome(intent, TrafficOutcome.ok(Math.max(0, entry.bytes()))));
    }

    private LogReceipt record(TrafficEntry entry, java.util.function.Supplier<LogReceipt> call) {
        try {
            LogReceipt receipt = call.get();
            keep(receipt);
            return receipt;
        } catch (RuntimeException e) {
            throw new TargetUnavailable(
                    "static site " + entry.destination() + ": the traffic log took no record of " + entry.command()
                            + " " + entry.path() + "; nothing after it was done; mend the log, then try again",
                    null,
                    e);
        }
    }
}
