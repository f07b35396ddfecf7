package dev.prakat.trafficlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.prakat.problem.PrakatException;
import dev.prakat.spi.LogReceipt;
import dev.prakat.spi.TrafficEntry;
import dev.prakat.spi.TrafficOutcome;
import dev.prakat.spi.TrafficRecorder;
import dev.prakat.trafficlog.VerificationReport.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk is full: what was begun is closed, what is dangerous can still be taken away, and nothing new begins. */
@Tag("S001-R30")
class FullDiskTest {

    private static final long RESERVE = 64 << 10;

    private final MemoryStorage storage = new MemoryStorage();
    private final List<LogReceipt> begun = new ArrayList<>();

    @Test
    void whatWasBegunIsClosedOutOfTheReserveAndNothingNewBegins() {
        try (TrafficLog log = full()) {
            TrafficRecorder recorder = log.recorder(TestLog.OFFICER, "full");
            assertThat(begun).hasSizeGreaterThan(5);
            assertThat(storage.exists(Reserve.FILE)).isFalse();
            assertThat(log.problems())
                    .singleElement()
                    .asString()
                    .contains("the disk is full")
                    .contains("Make room");
            for (LogReceipt each : begun) {
                recorder.outcome(each, TrafficOutcome.ok(120));
            }
            LogReceipt removal =
                    recorder.intent(TrafficEntry.fileRemove("https://www.example.go.th/", "bad.html", "item-1"));
            recorder.outcome(removal, TrafficOutcome.ok(0));
            assertThatThrownBy(() -> recorder.intent(TestLog.write("new.html")))
                    .isInstanceOf(PrakatException.class)
                    .hasMessageContaining("the disk is full: found")
                    .hasMessageContaining("Do not do what was to be recorded");
        }
        VerificationReport report = TrafficLogVerifier.verify(storage, "");
        assertThat(report.verdict()).as("%s", report).isEqualTo(Verdict.SOUND);
        assertThat(report.openIntents()).isZero();
        assertThat(StoredLog.records(storage)).anyMatch(each -> path(each).equals("bad.html"));
        assertThat(StoredLog.records(storage)).noneMatch(each -> path(each).equals("new.html"));
    }

    @Test
    void whenThereIsRoomAgainTheReserveIsMadeAnewAndAllIsWell() {
        try (TrafficLog log = full()) {
            storage.limit(Long.MAX_VALUE);
            TestLog.files(log, 1);
            assertThat(log.problems()).isEmpty();
            assertThat(storage.exists(Reserve.FILE)).isTrue();
        }
        assertThat(TrafficLogVerifier.verify(storage, "").verdict()).isEqualTo(Verdict.SOUND);
    }

    @Test
    void aLogThatIsOpenedOnAFullDiskClosesWhatWasOpenAndSaysSo() {
        MemoryStorage killed;
        try (TrafficLog log = full()) {
            assertThat(log.size()).isPositive();
            killed = storage.copy();
        }
        killed.limit(
                killed.files.values().stream().mapToLong(bytes -> bytes.length).sum() + RESERVE / 2);
        try (TrafficLog log = open(killed)) {
            assertThat(log.problems()).anyMatch(line -> line.contains("the disk is full"));
            assertThatThrownBy(() -> log.recorder(TestLog.OFFICER, "x").intent(TestLog.write("new.html")))
                    .isInstanceOf(PrakatException.class);
        }
        VerificationReport report = TrafficLogVerifier.verify(killed, "");
        assertThat(report.verdict()).as("%s", report).isEqualTo(Verdict.SOUND);
        assertThat(report.openIntents()).isZero();
    }

    @Test
    void importedRequestsDoNotUseTheReserveUp(@TempDir Path folder) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            lines.append(AccessImportTest.APACHE.replace("a.pdf", "a" + i)).append('\n');
        }
        Path file = Files.writeString(folder.resolve("access.log"), lines);
        try (TrafficLog log = open(storage)) {
            LogReceipt intent = log.recorder(TestLog.OFFICER, "full").intent(TestLog.write("a.html"));
            storage.limit(storage.files.values().stream()
                            .mapToLong(bytes -> bytes.length)
                            .sum()
                    + 20_000);
            assertThatThrownBy(() -> log.importAccessLog(TestLog.OFFICER, file, "www", line -> {}))
                    .isInstanceOf(PrakatException.class)
                    .hasMessageContaining("the disk is full");
            log.recorder(TestLog.OFFICER, "full").outcome(intent, TrafficOutcome.ok(120));
            storage.limit(Long.MAX_VALUE);
            assertThat(log.importAccessLog(TestLog.OFFICER, file, "www", line -> {})
                            .repeated())
                    .isLessThan(100);
        }
        assertThat(StoredLog.records(storage))
                .filteredOn(each -> each.get("kind").asText().equals("http.in"))
                .hasSize(500);
        assertThat(StoredLog.records(storage))
                .filteredOn(each -> each.get("kind").asText().equals("log.import")
                        && each.path("st").asText().equals("unknown"))
                .as("some lines were imported before the disk was full")
                .hasSize(1);
    }

    /** A log whose disk has just become full with a number of intents open. */
    private TrafficLog full() {
        TrafficLog log = open(storage);
        storage.limit(
                storage.files.values().stream().mapToLong(bytes -> bytes.length).sum() + 20_000);
        TrafficRecorder recorder = log.recorder(TestLog.OFFICER, "full");
        assertThatThrownBy(() -> {
                    while (begun.size() < 1_000) {
                        begun.add(recorder.intent(TestLog.write("page-" + begun.size() + ".html")));
                    }
                })
                .isInstanceOf(PrakatException.class);
        return log;
    }

    private static TrafficLog open(MemoryStorage storage) {
        TrafficLogSettings settings = TestLog.inMemory()
                .withReserve(RESERVE)
                .withClockSource(() -> ClockReading.of("sntp:time.example", 1, 300, 900));
        return TestLog.open(settings, storage);
    }

    private static String path(JsonNode record) {
        return record.get("path").asText();
    }
}
