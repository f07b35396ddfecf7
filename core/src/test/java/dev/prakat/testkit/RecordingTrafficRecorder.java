package dev.prakat.testkit;

import dev.prakat.spi.LogReceipt;
import dev.prakat.spi.TrafficEntry;
import dev.prakat.spi.TrafficOutcome;
import dev.prakat.spi.TrafficRecorder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A traffic log in memory. Refuses an outcome without an intent and a second outcome, as the real one may, and can be told to
 * fail. Thread-safe.
 */
public final class RecordingTrafficRecorder implements TrafficRecorder {

    /** The exception of a recorder that was told to fail. */
    public static final class Failure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Failure(long call) {
            super("traffic log of the test kit: told to fail from call " + call + " on");
        }
    }

    /**
     * An action and how it ended.
     *
     * @param entry the intent
     * @param outcome how it ended; null as long as nobody said
     */
    public record Recorded(TrafficEntry entry, @Nullable TrafficOutcome outcome) {}

    private final Map<Long, Recorded> actions = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();
    private long records;
    private long calls;
    private long waits;
    private long failFrom = Long.MAX_VALUE;

    @Override
    public synchronized LogReceipt intent(TrafficEntry entry) {
        return intents(List.of(entry)).get(0);
    }

    @Override
    public synchronized LogReceipt outcome(LogReceipt intent, TrafficOutcome outcome) {
        return outcomes(List.of(new Ended(intent, outcome))).get(0);
    }

    @Override
    public synchronized List<LogReceipt> intents(List<TrafficEntry> entries) {
        waits++;
        return entries.stream().map(this::begin).toList();
    }

    @Override
    public synchronized List<LogReceipt> outcomes(List<Ended> ended) {
        waits++;
        return ended.stream().map(each -> end(each.intent(), each.outcome())).toList();
    }

    private LogReceipt begin(TrafficEntry entry) {
        count();
        LogReceipt receipt = next();
        actions.put(receipt.index(), new Recorded(entry, null));
        return receipt;
    }

    private LogReceipt end(LogReceipt intent, TrafficOutcome outcome) {
        count();
        Recorded action = actions.get(intent.index());
        if (action == null || action.outcome() != null) {
            String fault = "outcome " + outcome + " for record " + intent.index() + ": found "
                    + (action == null ? "no intent" : "outcome " + action.outcome()) + ", expected an open intent";
            faults.add(fault);
            throw new IllegalStateException(fault);
        }
        actions.put(intent.index(), new Recorded(action.entry(), outcome));
        return next();
    }

    /** From now on every call fails, and records nothing. */
    public synchronized void fail() {
        failFrom = 0;
    }

    /**
     * Fails at a later record and at every one after it, as when a process dies there. Of records that are made together the
     * former ones then stand in the log.
     *
     * @param call the first record to fail, counted from 1 with the next one
     */
    public synchronized void failAt(long call) {
        calls = 0;
        failFrom = call;
    }

    /** From now on no call fails any more. */
    public synchronized void recover() {
        failFrom = Long.MAX_VALUE;
    }

    /** Forgets every record and how often was waited, but none of the faults. */
    public synchronized void clear() {
        actions.clear();
        waits = 0;
    }

    /**
     * How many records were asked for since {@link #failAt}, or since the beginning.
     *
     * @return intents and outcomes, failed ones too
     */
    public synchronized long calls() {
        return calls;
    }

    /**
     * How often the caller waited for records to become durable since {@link #clear}, or since the beginning. Each time a log on a
     * disk forces it once.
     *
     * @return once for each call, with however many records
     */
    public synchronized long waits() {
        return waits;
    }

    /**
     * Everything that was recorded.
     *
     * @return the actions in the order of their intents
     */
    public synchronized List<Recorded> actions() {
        return List.copyOf(actions.values());
    }

    /**
     * What the caller did wrong.
     *
     * @return a sentence for every outcome without an open intent
     */
    public synchronized List<String> faults() {
        return List.copyOf(faults);
    }

    private void count() {
        calls++;
        if (calls >= failFrom) {
            throw new Failure(failFrom);
        }
    }

    private LogReceipt next() {
        long index = records++;
        return new LogReceipt("testkit", index, Digests.sha256("record " + index));
    }
}
