package dev.prakat.trafficlog;

import dev.prakat.spi.Actor;
import dev.prakat.spi.LogReceipt;
import dev.prakat.spi.TrafficEntry;
import dev.prakat.spi.TrafficOutcome;
import dev.prakat.spi.TrafficRecorder;
import java.util.List;

/** The recorder of one actor and one correlation. Thread-safe. */
record BoundRecorder(TrafficLog log, Actor actor, String correlation) implements TrafficRecorder {

    @Override
    public LogReceipt intent(TrafficEntry entry) {
        return intents(List.of(entry)).get(0);
    }

    @Override
    public LogReceipt outcome(LogReceipt intent, TrafficOutcome outcome) {
        return outcomes(List.of(new Ended(intent, outcome))).get(0);
    }

    @Override
    public List<LogReceipt> intents(List<TrafficEntry> entries) {
        return log.intents(actor, correlation, entries);
    }

    @Override
    public List<LogReceipt> outcomes(List<Ended> ended) {
        return log.outcomes(actor, correlation, ended);
    }
}
