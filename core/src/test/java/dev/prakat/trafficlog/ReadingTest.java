package dev.prakat.trafficlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.prakat.problem.InvalidException;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.Actor;
import dev.prakat.spi.LogReceipt;
import dev.prakat.spi.TrafficEntry;
import dev.prakat.spi.TrafficOutcome;
import dev.prakat.spi.TrafficRecorder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who reads the log is in the log before he has seen anything. */
@Tag("S001-R30")
class ReadingTest {

    private static final Actor AUDITOR = Actor.local("auditor-1");

    @TempDir
    Path folder;

    private final TestLog.ManualClock clock = new TestLog.ManualClock();
    private final List<LogRecord> shown = new ArrayList<>();

    @Test
    void aReadingIsADurableRecordBeforeAnythingIsShown() {
        Path own = folder.resolve("main");
        try (TrafficLog log = open("main")) {
            TestLog.files(log, 3);
            ReadReport report = log.read(AUDITOR, LogQuery.all(), List.of(), record -> {
                if (shown.isEmpty()) {
                    List<JsonNode> stored = StoredLog.records(new DiskStorage(own));
                    assertThat(stored).hasSize(7);
                    assertThat(stored.get(6).get("kind").asText()).isEqualTo("log.read");
                    assertThat(stored.get(6).get("ph").asText()).isEqualTo("intent");
                    assertThat(TrafficLogVerifier.verify(own).coveredSize()).isEqualTo(7);
                }
                shown.add(record);
            });
            assertThat(report.records()).isEqualTo(6);
            assertThat(report.record()).isEqualTo(6);
            assertThat(report.opened()).isZero();
            assertThat(shown).extracting(LogRecord::index).containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
            assertThat(shown).allMatch(each -> each.personal() == null);
        }
        JsonNode outcome = StoredLog.records(new DiskStorage(own)).get(7);
        assertThat(outcome.get("ref").asInt()).isEqualTo(6);
        assertThat(outcome.get("err").asText()).isEqualTo("records:6");
    }

    @Test
    void onlyWhatWasAskedForIsShown() {
        try (TrafficLog log = open("main")) {
            record(log, TestLog.OFFICER, "item-1");
            clock.move(Duration.ofHours(1));
            record(log, AUDITOR, "item-2");
            record(log, TestLog.OFFICER, "item-2");
            clock.move(Duration.ofHours(1));
            record(log, TestLog.OFFICER, "item-2");
            assertThat(indexes(log, new LogQuery(null, null, null, "item-2", null)))
                    .containsExactly(2L, 3L, 4L, 5L, 6L, 7L);
            assertThat(indexes(log, new LogQuery(null, null, "officer-0042", "item-2", null)))
                    .containsExactly(4L, 5L, 6L, 7L);
            assertThat(indexes(
                            log,
                            new LogQuery(
                                    TestLog.NOON.plusSeconds(3600),
                                    TestLog.NOON.plusSeconds(7200),
                                    "officer-0042",
                                    null,
                                    null)))
                    .containsExactly(4L, 5L);
            assertThat(indexes(log, new LogQuery(null, null, "nobody", null, null)))
                    .isEmpty();
            String why = StoredLog.records(new DiskStorage(folder.resolve("main")))
                    .get(10)
                    .get("why")
                    .asText();
            assertThat(why).startsWith("user ").contains("item item-2").doesNotContain("officer-0042");
        }
    }

    @Test
    void aRequestThatIsAboutSeveralIsShownForEachOfThem() {
        try (TrafficLog log = open("main")) {
            record(log, TestLog.OFFICER, "item-1,item-2");
            record(log, TestLog.OFFICER, "item-12");
            assertThat(indexes(log, new LogQuery(null, null, null, "item-2", null)))
                    .containsExactly(0L, 1L);
            assertThat(indexes(log, new LogQuery(null, null, null, "item-1", null)))
                    .containsExactly(0L, 1L);
        }
    }

    @Test
    void personalPartsAreOpenedOnlyToThePersonsNamedForItAndARefusalIsARecord() {
        LogQuery opened = LogQuery.all().opened("ดศ 0101/1");
        try (TrafficLog log = open("main")) {
            TestLog.files(log, 1);
            assertThatThrownBy(() -> log.read(TestLog.OFFICER, opened, List.of(), shown::add))
                    .isInstanceOfSatisfying(
                            PrakatException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.NOT_ALLOWED));
            assertThat(shown).isEmpty();
            ReadReport report = log.read(AUDITOR, opened, List.of(), shown::add);
            assertThat(report.opened()).isEqualTo(3);
            assertThat(shown.get(0).personalElements())
                    .containsEntry("who.id", "officer-0042")
                    .containsEntry("src.addr", "192.0.2.77:50123");
        }
        List<JsonNode> records = StoredLog.records(new DiskStorage(folder.resolve("main")));
        assertThat(records.get(2).get("st").asText()).isEqualTo("denied");
        assertThat(records.get(3).get("why").asText()).contains("personal parts opened: ดศ 0101/1");
    }

    @Test
    void severalNodesAreReadAsOneByTime() {
        try (TrafficLog cron = open("cron")) {
            record(cron, TestLog.OFFICER, "item-1");
            clock.move(Duration.ofHours(2));
            record(cron, TestLog.OFFICER, "item-1");
        }
        clock.move(Duration.ofHours(-1));
        try (TrafficLog log = open("main")) {
            record(log, TestLog.OFFICER, "item-1");
            LogQuery query = new LogQuery(null, null, "officer-0042", null, null);
            ReadReport report = log.read(AUDITOR, query, List.of(folder.resolve("cron")), shown::add);
            assertThat(report.origins()).hasSize(2);
            assertThat(shown)
                    .extracting(each -> each.origin().split("/")[2])
                    .containsExactly("cron", "cron", "main", "main", "cron", "cron");
            assertThatThrownBy(() -> log.read(AUDITOR, query, List.of(folder.resolve("main")), shown::add))
                    .isInstanceOf(PrakatException.class)
                    .hasMessageContaining("a second time");
        }
    }

    @Test
    void aReadingThatEndsHalfWayIsNotCalledFailed() {
        try (TrafficLog log = open("main")) {
            TestLog.files(log, 3);
            assertThatThrownBy(() -> log.read(AUDITOR, LogQuery.all(), List.of(), record -> {
                        shown.add(record);
                        if (shown.size() == 2) {
                            throw new IllegalStateException("the reader has gone");
                        }
                    }))
                    .hasMessage("the reader has gone");
            assertThatThrownBy(() -> log.read(AUDITOR, LogQuery.all(), List.of(folder.resolve("main")), shown::add))
                    .isInstanceOf(PrakatException.class);
        }
        List<JsonNode> records = StoredLog.records(new DiskStorage(folder.resolve("main")));
        assertThat(records.get(7).get("st").asText()).as("two were shown").isEqualTo("unknown");
        assertThat(records.get(7).get("err").asText()).isEqualTo("IllegalStateException records:2");
        assertThat(records.get(9).get("st").asText()).as("nothing was shown").isEqualTo("failed");
    }

    @Test
    void aQueryThatCannotBeMeantIsRefusedWithEveryFinding() {
        assertThatThrownBy(() -> new LogQuery(TestLog.NOON, TestLog.NOON, " ", "a\nb", ""))
                .isInstanceOfSatisfying(
                        InvalidException.class, e -> assertThat(e.findings()).hasSize(4));
    }

    private List<Long> indexes(TrafficLog log, LogQuery query) {
        List<Long> found = new ArrayList<>();
        log.read(AUDITOR, query, List.of(), record -> found.add(record.index()));
        return found;
    }

    private TrafficLog open(String node) {
        return TrafficLog.open(
                TestLog.settings(folder.resolve(node), clock).withNode(node).withOpeners(AUDITOR::equals));
    }

    private static void record(TrafficLog log, Actor actor, String item) {
        TrafficRecorder recorder = log.recorder(actor, "test");
        LogReceipt intent = recorder.intent(TrafficEntry.command("item.submit", item));
        recorder.outcome(intent, TrafficOutcome.ok(-1));
    }
}
