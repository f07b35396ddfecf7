package dev.prakat.trafficlog;

import dev.prakat.spi.Actor;
import dev.prakat.spi.LogReceipt;
import dev.prakat.spi.TrafficEntry;
import dev.prakat.spi.TrafficOutcome;
import dev.prakat.spi.TrafficRecorder;

/** The recorder of one actor and one correlation. Thread-safe. */
record BoundRecorder(TrafficLog log, Actor actor, String correlation) implements TrafficRecorder {

    @Override
    public LogReceipt intent(TrafficEntry entry) {
        return log.intent(actor, correlation, entry);
    }

    @Override
    public LogReceipt outcome(LogReceipt intent, TrafficOutcome outcome) {
        return log.outcome(actor, correlation, intent, outcome);
    }
}
