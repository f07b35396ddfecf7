package dev.prakat.trafficlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.LogReceipt;
import dev.prakat.spi.TrafficEntry;
import dev.prakat.spi.TrafficOutcome;
import dev.prakat.spi.TrafficRecorder;
import dev.prakat.spi.TrafficRecorder.Ended;
import dev.prakat.trafficlog.VerificationReport.Verdict;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is recorded together is forced together, and is all there or not there at all. */
@Tag("S001-R30")
class RecordsTogetherTest {

    private static final int FILES = 40;
    private static final List<TrafficEntry> ENTRIES = IntStream.range(0, FILES)
            .mapToObj(i -> TestLog.write("page-" + i + ".html"))
            .toList();

    private final MemoryStorage storage = new MemoryStorage();

    @Test
    void recordsTogetherAreForcedOnceAndEachIntentHasItsOutcome() {
        AtomicInteger forces = new AtomicInteger();
        try (TrafficLog log = TestLog.open(storage)) {
            TrafficRecorder recorder = log.recorder(TestLog.OFFICER, "together");
            recorder.outcome(recorder.intent(TestLog.write("first.html")), TrafficOutcome.ok(120));
            storage.failForce(file -> {
                forces.addAndGet(file.startsWith("seg/") ? 1 : 0);
                return false;
            });
            List<LogReceipt> intents = recorder.intents(ENTRIES);
            assertThat(forces).hasValue(1);
            List<LogReceipt> outcomes = recorder.outcomes(intents.stream()
                    .map(intent -> new Ended(intent, TrafficOutcome.ok(intent.index())))
                    .toList());
            assertThat(forces).hasValue(2);
            assertThat(intents).extracting(LogReceipt::index).isEqualTo(indices(2));
            assertThat(outcomes).extracting(LogReceipt::index).isEqualTo(indices(2 + FILES));
        }

        List<JsonNode> records = StoredLog.records(storage);
        for (int i = 0; i < FILES; i++) {
            JsonNode intent = records.get(2 + i);
            JsonNode outcome = records.get(2 + FILES + i);
            assertThat(intent.get("ph").asText()).isEqualTo("intent");
            assertThat(intent.get("path").asText()).isEqualTo("page-" + i + ".html");
            assertThat(outcome.get("ref").asLong()).isEqualTo(2 + i);
            assertThat(outcome.get("path")).isEqualTo(intent.get("path"));
            assertThat(outcome.get("out_b").asLong()).isEqualTo(2 + i);
        }
        VerificationReport report = TrafficLogVerifier.verify(storage, "");
        assertThat(report.verdict()).as("%s", report).isEqualTo(Verdict.SOUND);
        assertThat(report.openIntents()).isZero();
    }

    @Test
    void aFailedForceFailsAllOfThem() {
        try (TrafficLog log = TestLog.open(storage)) {
            TestLog.files(log, 1);
            TrafficRecorder recorder = log.recorder(TestLog.OFFICER, "together");
            storage.failForce(file -> file.startsWith("seg/"));
            assertThatThrownBy(() -> recorder.intents(ENTRIES))
                    .isInstanceOfSatisfying(
                            PrakatException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.TRAFFIC_LOG));
            assertThat(log.size()).isEqualTo(2);
            TestLog.files(log, 1);
        }

        assertThat(StoredLog.records(storage))
                .extracting(each -> each.get("path").asText())
                .doesNotContain("page-1.html");
        assertThat(TrafficLogVerifier.verify(storage, "").openIntents()).isZero();
    }

    @Test
    void oneThatCannotBeWrittenKeepsAllOfThemOut() {
        try (TrafficLog log = TestLog.open(storage)) {
            TrafficRecorder recorder = log.recorder(TestLog.OFFICER, "together");
            String huge = "\u0001".repeat(4_096);
            TrafficEntry tooLong =
                    new TrafficEntry(TrafficEntry.Kind.COMMAND, "api", huge, huge, huge, huge, null, -1, huge);
            invalid(() -> recorder.intents(List.of(ENTRIES.get(0), tooLong, ENTRIES.get(1))));
            assertThat(log.size()).isZero();

            LogReceipt intent = recorder.intent(ENTRIES.get(0));
            LogReceipt foreign = new LogReceipt("other.example/tlog/a/1", 0, "");
            invalid(() -> recorder.outcomes(
                    List.of(new Ended(intent, TrafficOutcome.ok(1)), new Ended(foreign, TrafficOutcome.ok(1)))));
            assertThat(log.size()).isEqualTo(1);
            recorder.outcome(intent, TrafficOutcome.ok(120));
        }
        assertThat(StoredLog.records(storage).get(1).get("path").asText()).isEqualTo("page-0.html");
    }

    @Test
    void whatWasOnlyAnnouncedIsUnknownAfterACrash() {
        MemoryStorage left;
        try (TrafficLog log = TestLog.open(storage)) {
            TestLog.files(log, 1);
            log.recorder(TestLog.OFFICER, "together").intents(ENTRIES);
            left = storage.afterPowerLoss();
        }
        TestLog.open(left).close();

        List<JsonNode> records = StoredLog.records(left);
        assertThat(records).hasSize(2 + 2 * FILES);
        assertThat(records.subList(2 + FILES, 2 + 2 * FILES))
                .allSatisfy(each -> assertThat(each.get("st").asText()).isEqualTo("unknown"))
                .extracting(each -> each.get("ref").asLong())
                .containsExactlyInAnyOrderElementsOf(indices(2));
    }

    @Test
    void nothingTogetherIsNothing() {
        try (TrafficLog log = TestLog.open(storage)) {
            TrafficRecorder recorder = log.recorder(TestLog.OFFICER, "together");
            assertThat(recorder.intents(List.of())).isEmpty();
            assertThat(recorder.outcomes(List.of())).isEmpty();
            assertThat(log.size()).isZero();
        }
    }

    private static void invalid(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        PrakatException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.INVALID_INPUT));
    }

    private static List<Long> indices(long from) {
        return IntStream.range(0, FILES).mapToObj(i -> from + i).toList();
    }
}
