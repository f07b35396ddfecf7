package dev.prakat.spi;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The way into the traffic log. An adapter gets one with every request and must use it for every outgoing request and every
 * file that it writes or removes: the intent before the first byte leaves, the outcome after it. Thread-safe.
 */
public interface TrafficRecorder {

    /**
     * Records what is about to happen. When this returns, the record is durable.
     *
     * @param entry what is about to happen
     * @return where the record stands in the log
     * @throws RuntimeException if the record could not be made durable; the action must then not be taken
     */
    LogReceipt intent(TrafficEntry entry);

    /**
     * Records how it ended. Calling this again for the same intent adds a second record and is a fault of the caller.
     *
     * @param intent the receipt of the intent
     * @param outcome how it ended
     * @return where the record stands in the log
     * @throws RuntimeException if the record could not be made durable; the intent is then closed as unknown at the next start
     */
    LogReceipt outcome(LogReceipt intent, TrafficOutcome outcome);

    /**
     * Records that several things are about to happen, one after the other. When this returns, all records are durable; a log on a
     * disk makes them so together, which costs as much as one. Give only what will be done at once, and give an outcome for each,
     * also for what was not begun after all.
     *
     * @param entries what is about to happen, in order
     * @return where the records stand in the log, in the same order
     * @throws RuntimeException if a record could not be made durable; none of the actions must then be taken, and those of the
     *     records that stand in the log all the same are closed as unknown at the next start
     */
    default List<LogReceipt> intents(List<TrafficEntry> entries) {
        List<LogReceipt> receipts = new ArrayList<>();
        entries.forEach(entry -> receipts.add(intent(entry)));
        return receipts;
    }

    /**
     * Records how it ended and does not wait until that is durable, so that several outcomes become so together. What called this
     * must not say that it is done before it has asked for the receipt.
     *
     * @param intent the receipt of the intent
     * @param outcome how it ended
     * @return gives where the record stands in the log, once it is durable, as often as it is asked; throws what {@link #outcome}
     *     throws
     * @throws RuntimeException if the record was not taken
     */
    default Supplier<LogReceipt> ending(LogReceipt intent, TrafficOutcome outcome) {
        LogReceipt receipt = outcome(intent, outcome);
        return () -> receipt;
    }
}
