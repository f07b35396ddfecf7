package dev.prakat.benchmarks;

import dev.prakat.spi.LogReceipt;
import dev.prakat.spi.PrintedInstant;
import dev.prakat.spi.PublishRequest;
import dev.prakat.spi.PublishableItem;
import dev.prakat.spi.SiteView;
import dev.prakat.spi.TrafficEntry;
import dev.prakat.spi.TrafficOutcome;
import dev.prakat.spi.TrafficRecorder;
import java.time.Instant;
import java.util.Collections;
import java.util.List;

/** Requests to publish invented items without files, with a traffic log that keeps nothing. */
final class SpeedItems {

    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
    private static final SiteView SITE = new SiteView("สำนักงานตัวอย่าง", "Example Office", List.of(), List.of());
    private static final LogReceipt RECEIPT = new LogReceipt("speed", 0, "0".repeat(64));

    private SpeedItems() {}

    private static final TrafficRecorder NOWHERE = new TrafficRecorder() {
        @Override
        public LogReceipt intent(TrafficEntry entry) {
            return RECEIPT;
        }

        @Override
        public LogReceipt outcome(LogReceipt intent, TrafficOutcome outcome) {
            return RECEIPT;
        }

        @Override
        public List<LogReceipt> intents(List<TrafficEntry> entries) {
            return Collections.nCopies(entries.size(), RECEIPT);
        }

        @Override
        public List<LogReceipt> outcomes(List<Ended> ended) {
            return Collections.nCopies(ended.size(), RECEIPT);
        }
    };

    static PublishRequest publish(String key, String body) {
        PublishableItem item = new PublishableItem(
                key,
                "ประกาศ " + key,
                "สรุป",
                body,
                List.of(),
                List.of("กองตัวอย่าง"),
                null,
                null,
                "th",
                new PrintedInstant(NOW, "22 พฤศจิกายน 2569"),
                null,
                List.of(),
                1,
                "0123456789abcdef".repeat(4));
        return new PublishRequest("pl-" + key, 1, "pl-" + key + "/1", item, SITE, NOW, NOWHERE);
    }
}
