package dev.prakat.spi;

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
}
