package dev.prakat.trafficlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.trafficlog.VerificationReport.Verdict;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Sound is said only of what a checkpoint covers. */
class CoverageTest {

    private final MemoryStorage storage = new MemoryStorage();

    @Test
    void aLogWithoutAFinalCheckpointIsNotFullyCovered() {
        MemoryStorage killed;
        try (TrafficLog log = TestLog.open(storage)) {
            TestLog.files(log, 2);
            log.checkpoint();
            log.recorder(TestLog.OFFICER, "last").intent(TestLog.write("late.html"));
            killed = storage.afterPowerLoss();
        }
        VerificationReport report = TrafficLogVerifier.verify(killed, "");
        assertThat(report.verdict()).as("%s", report).isEqualTo(Verdict.NOT_FULLY_COVERED);
        assertThat(report.size()).isEqualTo(5);
        assertThat(report.coveredSize()).isEqualTo(4);
        assertThat(report.openIntents()).isEqualTo(1);
        assertThat(report.notes()).anyMatch(note -> note.contains("records 4 to 4 are after the newest checkpoint"));
    }

    @Test
    void withoutAnyCheckpointNothingIsCovered() {
        closedLog();
        storage.files.remove("checkpoint");
        storage.files.remove("checkpoints.log");
        VerificationReport report = TrafficLogVerifier.verify(storage, "");
        assertThat(report.verdict()).isEqualTo(Verdict.NOT_FULLY_COVERED);
        assertThat(report.coveredSize()).isZero();
        assertThat(report.notes()).anyMatch(note -> note.contains("nothing is signed"));
    }

    @Test
    void theCheckpointBeforeTheLastPutBackIsNotCovered() throws IOException {
        try (TrafficLog log = TestLog.open(storage)) {
            TestLog.files(log, 1);
            log.checkpoint();
            byte[] older = storage.readAll("checkpoint");
            TestLog.files(log, 1);
            log.checkpoint();
            storage.files.put("checkpoint", older);
            assertThat(TrafficLogVerifier.verify(storage, "").verdict()).isEqualTo(Verdict.NOT_FULLY_COVERED);
        }
    }

    @Test
    void aCheckpointOlderThanThatIsTampering() throws IOException {
        closedLog();
        String first = new String(storage.readAll("checkpoints.log"), UTF_8);
        first = first.substring(0, first.indexOf("\n\n", first.indexOf("\n\n") + 2) + 1);
        storage.files.put("checkpoint", first.getBytes(UTF_8));
        VerificationReport report = TrafficLogVerifier.verify(storage, "");
        assertThat(report.verdict()).isEqualTo(Verdict.TAMPERED);
        assertThat(report.firstBad().file()).isEqualTo("checkpoint");
    }

    @Test
    void aShortenedHistoryIsTampering() throws IOException {
        closedLog();
        byte[] history = storage.readAll("checkpoints.log");
        storage.files.put("checkpoints.log", Arrays.copyOf(history, history.length / 3));
        assertThat(TrafficLogVerifier.verify(storage, "").verdict()).isEqualTo(Verdict.TAMPERED);
        storage.files.remove("checkpoints.log");
        assertThat(TrafficLogVerifier.verify(storage, "").verdict()).isEqualTo(Verdict.TAMPERED);
    }

    @Test
    void anUnfinishedEntryOfTheHistoryIsNotCoveredAndMendedAtTheNextOpening() throws IOException {
        closedLog();
        byte[] history = storage.readAll("checkpoints.log");
        byte[] torn = Arrays.copyOf(history, history.length + 40);
        Arrays.fill(torn, history.length, torn.length, (byte) 'x');
        storage.files.put("checkpoints.log", torn);
        assertThat(TrafficLogVerifier.verify(storage, "").verdict()).isEqualTo(Verdict.NOT_FULLY_COVERED);
        TestLog.open(storage).close();
        VerificationReport report = TrafficLogVerifier.verify(storage, "");
        assertThat(report.verdict()).as("%s", report).isEqualTo(Verdict.SOUND);
        assertThat(storage.list("quarantine")).hasSize(1);
    }

    @Test
    void anAuditorsKeyCountsMoreThanTheOneInTheFolder() {
        closedLog();
        MemoryStorage other = new MemoryStorage();
        String foreign;
        try (TrafficLog log = TestLog.open(other)) {
            foreign = log.vkey();
        }
        VerificationReport report = TrafficLogVerifier.verify(storage, foreign);
        assertThat(report.verdict()).isEqualTo(Verdict.TAMPERED);
        assertThat(report.notes()).anyMatch(note -> note.contains("vkey"));
        assertThat(TrafficLogVerifier.verify(storage, "no key").verdict()).isEqualTo(Verdict.UNREADABLE);
    }

    private void closedLog() {
        try (TrafficLog log = TestLog.open(storage)) {
            TestLog.files(log, 1);
            log.checkpoint();
            TestLog.files(log, 1);
            log.checkpoint();
            TestLog.files(log, 1);
        }
    }
}
