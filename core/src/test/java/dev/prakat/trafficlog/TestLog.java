package dev.prakat.trafficlog;

import dev.prakat.spi.Actor;
import dev.prakat.spi.LogReceipt;
import dev.prakat.spi.OfficerId;
import dev.prakat.spi.RequestContext;
import dev.prakat.spi.TrafficEntry;
import dev.prakat.spi.TrafficOutcome;
import dev.prakat.spi.TrafficRecorder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** What the tests of the log share: settings, a clock that moves when told to, an invented officer. */
final class TestLog {

    static final String HOST = "www.example.go.th";
    static final Instant NOON = Instant.parse("2026-11-22T05:00:00.123456Z");
    static final Actor OFFICER = new Actor(
            new OfficerId("officer-0042"),
            new RequestContext("192.0.2.77:50123", "203.0.113.9", "5e55107", "password+otp"));

    private TestLog() {}

    /** A clock that stands still until it is moved. */
    static final class ManualClock implements InstantSource {
        private volatile Instant now = NOON;

        @Override
        public Instant instant() {
            return now;
        }

        void move(Duration by) {
            now = now.plus(by);
        }
    }

    static TrafficLogSettings settings(Path directory) {
        return settings(directory, new ManualClock());
    }

    static TrafficLogSettings settings(Path directory, InstantSource clock) {
        // Without a reserve: thousands of logs of the tests would write 16 MiB each.
        return TrafficLogSettings.of(directory, HOST, clock).withReserve(0);
    }

    /** Settings for a log that lies in a storage of the tests. */
    static TrafficLogSettings inMemory() {
        return settings(Path.of("in-memory"));
    }

    /** A log in memory that signs only when it is told to or closed, so that a slow machine changes nothing. */
    static TrafficLog open(Storage storage) {
        return open(inMemory(), storage);
    }

    static TrafficLog open(TrafficLogSettings settings, Storage storage) {
        return TrafficLog.open(settings, storage, Duration.ofDays(1));
    }

    static TrafficEntry write(String path) {
        return TrafficEntry.fileWrite("https://www.example.go.th/", path, "item-1", "0".repeat(64), 120);
    }

    /** Records a number of files that were written: two records each. */
    static void files(TrafficLog log, int count) {
        TrafficRecorder recorder = log.recorder(OFFICER, "test");
        for (int i = 0; i < count; i++) {
            LogReceipt intent = recorder.intent(write("page-" + i + ".html"));
            recorder.outcome(intent, TrafficOutcome.ok(120));
        }
    }
}
