package dev.prakat.trafficlog;

import dev.prakat.spi.Actor;
import dev.prakat.spi.LogReceipt;
import dev.prakat.spi.TrafficEntry;
import dev.prakat.spi.TrafficOutcome;
import dev.prakat.spi.TrafficRecorder;
import java.util.List;
import java.util.function.Supplier;

/** The recorder of one actor and one correlation. Thread-safe. */
record BoundRecorder(TrafficLog log, Actor actor, String correlation) implements TrafficRecorder {

    @Override
    public LogReceipt intent(TrafficEntry entry) {
        return log.intents(actor, correlation, List.of(entry)).get(0);
    }

    @Override
    public LogReceipt outcome(LogReceipt intent, TrafficOutcome outcome) {
        return log.ending(actor, correlation, intent, outcome).get();
    }

    @Override
    public List<LogReceipt> intents(List<TrafficEntry> entries) {
        return log.intents(actor, correlation, entries);
    }

    @Override
    public Supplier<LogReceipt> ending(LogReceipt intent, TrafficOutcome outcome) {
        return log.ending(actor, correlation, intent, outcome);
    }
}
