package dev.prakat.trafficlog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.spi.LogReceipt;
import dev.prakat.spi.TrafficOutcome;
import dev.prakat.spi.TrafficRecorder;
import dev.prakat.trafficlog.VerificationReport.Verdict;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("S001-R30")
class RoundTripTest {

    @TempDir
    private Path folder;

    @Test
    void whatWasRecordedIsFoundSoundAfterClosing() {
        try (TrafficLog log = TrafficLog.open(TestLog.settings(folder))) {
            TrafficRecorder recorder = log.recorder(TestLog.OFFICER, "one");
            LogReceipt done = recorder.intent(TestLog.write("a.html"));
            recorder.outcome(done, TrafficOutcome.ok(120));
            LogReceipt refused = recorder.intent(TestLog.write("b.html"));
            recorder.outcome(refused, TrafficOutcome.of(TrafficOutcome.Status.DENIED, "403"));
            assertThat(log.size()).isEqualTo(4);
        }
        VerificationReport report = TrafficLogVerifier.verify(folder);
        assertThat(report.verdict()).as("%s", report).isEqualTo(Verdict.SOUND);
        assertThat(report.size()).isEqualTo(4);
        assertThat(report.coveredSize()).isEqualTo(4);
        assertThat(report.byStatus()).isEqualTo(Map.of("ok", 1L, "denied", 1L));
        assertThat(report.openIntents()).isZero();
        assertThat(report.notes()).isEmpty();
    }

    @Test
    void aLogGoesOnWhereItEnded() {
        String origin;
        try (TrafficLog log = TrafficLog.open(TestLog.settings(folder))) {
            origin = log.origin();
            TestLog.files(log, 3);
        }
        try (TrafficLog log = TrafficLog.open(TestLog.settings(folder))) {
            assertThat(log.origin()).isEqualTo(origin).isEqualTo("www.example.go.th/tlog/main/20261122T050000Z");
            assertThat(log.size()).isEqualTo(6);
            TestLog.files(log, 2);
            assertThat(log.size()).isEqualTo(10);
        }
        VerificationReport report = TrafficLogVerifier.verify(folder);
        assertThat(report.verdict()).as("%s", report).isEqualTo(Verdict.SOUND);
        assertThat(report.size()).isEqualTo(10);
    }

    @Test
    void anUnusedLogIsSound() {
        TrafficLog.open(TestLog.settings(folder)).close();
        VerificationReport report = TrafficLogVerifier.verify(folder);
        assertThat(report.verdict()).as("%s", report).isEqualTo(Verdict.SOUND);
        assertThat(report.size()).isZero();
    }

    @Test
    void aFolderThatIsNotThereIsUnreadable() {
        assertThat(TrafficLogVerifier.verify(folder.resolve("none")).verdict()).isEqualTo(Verdict.UNREADABLE);
        assertThat(TrafficLogVerifier.verify(folder).verdict()).isEqualTo(Verdict.UNREADABLE);
    }

    @Test
    void closingTwiceDoesNothing() {
        TrafficLog log = TrafficLog.open(TestLog.settings(folder));
        log.close();
        log.close();
        assertThat(TrafficLogVerifier.verify(folder).verdict()).isEqualTo(Verdict.SOUND);
    }
}
