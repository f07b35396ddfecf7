package dev.prakat.spi;

import java.util.List;

/**
 * The way into the traffic log. An adapter gets one with every request and must use it for every outgoing request and every
 * file that it writes or removes: the intent before the first byte leaves, the outcome after it. What follows each other at once may be
 * recorded together, since a log on a disk makes many records durable at the price of one. Thread-safe.
 */
public interface TrafficRecorder {

    /**
     * How something ended that was recorded before.
     *
     * @param intent the receipt of its intent
     * @param outcome how it ended
     */
    record Ended(LogReceipt intent, TrafficOutcome outcome) {}

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
     * Records what is about to happen, one after the other. When this returns, all records are durable. Each needs an outcome, also
     * what was not begun after all.
     *
     * @param entries what is about to happen, in order; at most a few hundred, because after a crash the log can say of none of them
     *     whether it was done
     * @return where the records stand in the log, in the same order
     * @throws RuntimeException if not all records could be made durable; none of the actions must then be taken, and the intents that
     *     stand in the log all the same are closed as unknown at the next start
     */
    List<LogReceipt> intents(List<TrafficEntry> entries);

    /**
     * Records how several things ended. When this returns, all records are durable; who asked must not be told before that they are
     * done. Calling this again for the same intent adds a second record and is a fault of the caller.
     *
     * @param ended the things and how they ended
     * @return where the records stand in the log, in the same order
     * @throws RuntimeException if not all records could be made durable; the intents without one are then closed as unknown at the
     *     next start
     */
    List<LogReceipt> outcomes(List<Ended> ended);
}
