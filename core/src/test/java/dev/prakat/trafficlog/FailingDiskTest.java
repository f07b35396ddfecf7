package dev.prakat.trafficlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.TrafficRecorder;
import dev.prakat.trafficlog.VerificationReport.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailingDiskTest {

    private final MemoryStorage storage = new MemoryStorage();

    @Test
    void aFailedForceFailsItsCallerAndTheLogGoesOnInANewSegment() {
        try (TrafficLog log = TestLog.open(storage)) {
            TestLog.files(log, 2);
            storage.failForce(name -> name.startsWith("seg/"));
            refused(log);
            assertThat(log.size()).isEqualTo(4);
            assertThat(log.problems()).anyMatch(line -> line.contains("the last write failed"));
            TestLog.files(log, 1);
            assertThat(log.problems()).isEmpty();
        }
        assertThat(storage.list("seg")).containsExactly("00000000000000000000.seg", "00000000000000000004.seg");
        soundWithRecoveryAt(4, 7);
    }

    @Test
    void aTornWriteFailsItsCallerAndTheLogGoesOnInANewSegment() {
        try (TrafficLog log = TestLog.open(storage)) {
            TestLog.files(log, 1);
            storage.tearWrite(name -> name.startsWith("seg/"));
            refused(log);
            TestLog.files(log, 1);
        }
        assertThat(storage.list("seg")).containsExactly("00000000000000000000.seg", "00000000000000000002.seg");
        soundWithRecoveryAt(2, 5);
    }

    @Test
    void aSegmentWhoseFirstBatchFailedIsMadeAnew() {
        try (TrafficLog log = TestLog.open(storage)) {
            storage.tearWrite(name -> name.startsWith("seg/"));
            refused(log);
            TestLog.files(log, 1);
        }
        assertThat(storage.list("seg")).containsExactly("00000000000000000000.seg");
        soundWithRecoveryAt(0, 3);
    }

    @Test
    void aSegmentThatCannotBeMadeFailsTheCallerOnly() {
        try (TrafficLog log = TestLog.open(storage)) {
            storage.failForce(name -> name.startsWith("seg/"));
            refused(log);
            TestLog.files(log, 1);
        }
        VerificationReport report = TrafficLogVerifier.verify(storage, "");
        assertThat(report.verdict()).as("%s", report).isEqualTo(Verdict.SOUND);
        assertThat(report.size()).isEqualTo(2);
    }

    @Test
    void aLogThatIsClosedAfterAFailedForceLeavesNothingUncovered() {
        try (TrafficLog log = TestLog.open(storage)) {
            TestLog.files(log, 2);
            storage.failForce(name -> name.startsWith("seg/"));
            refused(log);
        }
        soundWithRecoveryAt(4, 5);
    }

    @Test
    void aLogThatIsKilledAfterAFailedForceOpensAgain() {
        MemoryStorage killed;
        try (TrafficLog log = TestLog.open(storage)) {
            TestLog.files(log, 2);
            storage.failForce(name -> name.startsWith("seg/"));
            refused(log);
            killed = storage.copy();
        }
        try (TrafficLog log = TestLog.open(killed)) {
            TestLog.files(log, 1);
        }
        VerificationReport report = TrafficLogVerifier.verify(killed, "");
        assertThat(report.verdict()).as("%s", report).isEqualTo(Verdict.SOUND);
        assertThat(report.openIntents()).isZero();
    }

    @Test
    void aCheckpointThatCannotBeWrittenIsReportedAndMadeUpForLater() {
        try (TrafficLog log = TestLog.open(storage)) {
            TestLog.files(log, 1);
            storage.tearWrite(name -> name.startsWith("checkpoint"));
            assertThatThrownBy(log::checkpoint)
                    .isInstanceOfSatisfying(
                            PrakatException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.TRAFFIC_LOG))
                    .hasMessageContaining("a checkpoint could not be made durable");
            assertThat(log.problems()).anyMatch(line -> line.contains("checkpoint"));
            log.checkpoint();
        }
        assertThat(TrafficLogVerifier.verify(storage, "").verdict()).isEqualTo(Verdict.SOUND);
    }

    @Test
    void aLastCheckpointThatCannotBeWrittenIsSaidAtClosing() {
        TrafficLog log = TestLog.open(storage);
        TestLog.files(log, 1);
        log.checkpoint();
        TestLog.files(log, 1);
        storage.failForce(name -> name.startsWith("checkpoint"));
        assertThatThrownBy(log::close)
                .isInstanceOf(PrakatException.class)
                .hasMessageContaining("2 of 4 records signed");
        assertThat(TrafficLogVerifier.verify(storage, "").verdict()).isEqualTo(Verdict.NOT_FULLY_COVERED);
        TestLog.open(storage).close();
        assertThat(TrafficLogVerifier.verify(storage, "").verdict()).isEqualTo(Verdict.SOUND);
    }

    private static void refused(TrafficLog log) {
        TrafficRecorder recorder = log.recorder(TestLog.OFFICER, "refused");
        assertThatThrownBy(() -> recorder.intent(TestLog.write("refused.html")))
                .isInstanceOfSatisfying(
                        PrakatException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.TRAFFIC_LOG))
                .hasMessageContaining("could not be made durable")
                .hasMessageContaining("Do not do what was to be recorded");
    }

    private void soundWithRecoveryAt(int index, int size) {
        VerificationReport report = TrafficLogVerifier.verify(storage, "");
        assertThat(report.verdict()).as("%s", report).isEqualTo(Verdict.SOUND);
        List<JsonNode> records = StoredLog.records(storage);
        assertThat(records)
                .hasSize(size)
                .noneMatch(each -> each.get("path").asText().equals("refused.html"));
        assertThat(records.get(index).get("kind").asText()).isEqualTo("log.recover");
        assertThat(storage.list("quarantine")).hasSize(1);
    }
}
