package dev.prakat.trafficlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.LogReceipt;
import dev.prakat.spi.TrafficEntry;
import dev.prakat.spi.TrafficOutcome;
import dev.prakat.spi.TrafficRecorder;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("S001-R30")
class RecordTest {

    /** Destination, route, time, date, size, duration, service and origin; the source is sealed. */
    private static final List<String> ELEMENTS =
            List.of("org", "dst", "route", "ts", "out_b", "in_b", "dur_us", "svc", "cmd", "path", "actor", "pc", "sc");

    private final MemoryStorage storage = new MemoryStorage();

    @Test
    void theKeysStandInTheirFixedOrder() {
        try (TrafficLog log = TestLog.open(storage)) {
            TestLog.files(log, 1);
        }
        String head = "{\"v\":1,\"kind\":\"file.write\",\"ph\":";
        assertThat(new String(StoredLog.parts(storage).get(0).pub, UTF_8)).startsWith(head + "\"intent\",\"id\":\"");
        assertThat(StoredLog.records(storage).get(0).fieldNames())
                .toIterable()
                .containsExactly(
                        "v", "kind", "ph", "id", "corr", "ts", "mono", "boot", "clk", "dur_us", "svc", "org", "dst",
                        "route", "out_b", "in_b", "cmd", "path", "obj", "sha256", "actor", "pc", "sc");
        assertThat(StoredLog.records(storage).get(1).fieldNames())
                .toIterable()
                .containsExactly(
                        "v", "kind", "ph", "id", "corr", "ref", "ts", "mono", "boot", "clk", "dur_us", "svc", "org",
                        "dst", "route", "out_b", "in_b", "cmd", "path", "obj", "sha256", "st", "actor", "pc", "sc");
    }

    @Test
    void everyElementOfTheLawIsThereOrACodeSaysWhyNot() {
        try (TrafficLog log = TestLog.open(storage)) {
            TrafficRecorder recorder = log.recorder(TestLog.OFFICER, "all kinds");
            TrafficEntry request = new TrafficEntry(
                    TrafficEntry.Kind.HTTP_OUT, "https", "GET", "192.0.2.1:443", "/wp-json", null, null, -1, null);
            for (TrafficEntry entry : List.of(
                    TrafficEntry.command("item.submit", "item-7"),
                    request,
                    TestLog.write("a.html"),
                    TrafficEntry.fileRemove("https://www.example.go.th/", "a.html", null))) {
                LogReceipt intent = recorder.intent(entry);
                recorder.outcome(intent, TrafficOutcome.of(TrafficOutcome.Status.FAILED, "java.net.ConnectException"));
            }
        }
        List<JsonNode> records = StoredLog.records(storage);
        assertThat(records)
                .extracting(each -> each.get("kind").asText())
                .containsExactly(
                        "command",
                        "command",
                        "http.out",
                        "http.out",
                        "file.write",
                        "file.write",
                        "file.remove",
                        "file.remove");
        for (JsonNode record : records) {
            for (String element : ELEMENTS) {
                assertThat(record.get(element)).as("%s of %s", element, record).isNotNull();
                assertThat(record.get(element).isFloatingPointNumber()).isFalse();
            }
            assertThat(record.get("ts").asText()).isEqualTo("2026-11-22T05:00:00.123456Z");
            assertThat(record.at("/clk/state").asText()).isEqualTo("unsync");
        }
        assertThat(records.get(2).get("out_b").asText()).isEqualTo("na:not-yet");
        assertThat(records.get(4).get("out_b").asLong()).isEqualTo(120);
        assertThat(records.get(3).get("dur_us").asLong()).isNotNegative();
        assertThat(records.get(3).get("st").asText()).isEqualTo("failed");
        assertThat(records.get(3).get("err").asText()).isEqualTo("java.net.ConnectException");
        assertThat(records.get(3).get("ref").asLong()).isEqualTo(2);
    }

    @Test
    void anyTextIsStoredAndALongOneIsCutWithItsHash() {
        String thai = "หน้าแรก/ประกาศ \"ทดสอบ\"\n\u0000\ud83d\ude00";
        String broken = "a\ud83db";
        String longer = "ก".repeat(5_000);
        try (TrafficLog log = TestLog.open(storage)) {
            TrafficRecorder recorder = log.recorder(TestLog.OFFICER, broken);
            recorder.intent(TestLog.write(thai));
            recorder.intent(TestLog.write(longer));
        }
        List<JsonNode> records = StoredLog.records(storage);
        assertThat(records.get(0).get("path").asText()).isEqualTo(thai);
        assertThat(records.get(0).get("corr").asText()).isEqualTo("a\ufffdb");
        assertThat(records.get(1).get("path").asText())
                .startsWith("ก".repeat(4_096) + "[cut:5000:sha256:")
                .matches("(?s).*[0-9a-f]{64}]");
    }

    @Test
    void aRecordThatWouldBeTooLongIsRefusedAndTheLogGoesOn() {
        String huge = "\u0001".repeat(4_096);
        TrafficEntry entry = new TrafficEntry(TrafficEntry.Kind.COMMAND, "api", huge, huge, huge, huge, null, -1, huge);
        try (TrafficLog log = TestLog.open(storage)) {
            TrafficRecorder recorder = log.recorder(TestLog.OFFICER, "x");
            assertThatThrownBy(() -> recorder.intent(entry))
                    .isInstanceOfSatisfying(
                            PrakatException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.INVALID_INPUT))
                    .hasMessageContaining("at most 65535");
            TestLog.files(log, 1);
            assertThat(log.size()).isEqualTo(2);
        }
    }

    @Test
    void anOutcomeOfAnotherLogsIntentIsRefused() {
        try (TrafficLog log = TestLog.open(storage)) {
            TrafficRecorder recorder = log.recorder(TestLog.OFFICER, "x");
            for (LogReceipt foreign : List.of(
                    new LogReceipt("other.example.go.th/tlog/main/1", 0, ""), new LogReceipt(log.origin(), 0, ""))) {
                assertThatThrownBy(() -> recorder.outcome(foreign, TrafficOutcome.ok(1)))
                        .isInstanceOfSatisfying(
                                PrakatException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.INVALID_INPUT));
            }
        }
    }

    @Test
    void aSecondOutcomeIsRecordedAndPointsToItsIntent() {
        try (TrafficLog log = TestLog.open(storage)) {
            TrafficRecorder recorder = log.recorder(TestLog.OFFICER, "x");
            LogReceipt intent = recorder.intent(TestLog.write("a.html"));
            recorder.outcome(intent, TrafficOutcome.ok(1));
            recorder.outcome(intent, TrafficOutcome.ok(1));
        }
        JsonNode second = StoredLog.records(storage).get(2);
        assertThat(second.get("ref").asLong()).isZero();
        assertThat(second.get("path").asText()).isEqualTo("na:see-ref");
        assertThat(second.get("dur_us").asText()).isEqualTo("na:unknown");
    }
}
