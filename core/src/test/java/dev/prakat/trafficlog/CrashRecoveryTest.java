package dev.prakat.trafficlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.prakat.spi.LogReceipt;
import dev.prakat.spi.TrafficOutcome;
import dev.prakat.spi.TrafficRecorder;
import dev.prakat.trafficlog.VerificationReport.Verdict;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CrashRecoveryTest {

    private static final String SEGMENT = "seg/00000000000000000000.seg";

    private final MemoryStorage storage = new MemoryStorage();

    @Test
    void anIntentThatNobodyClosedBecomesUnknownAtTheNextOpening() {
        MemoryStorage killed;
        try (TrafficLog log = TestLog.open(storage)) {
            TrafficRecorder recorder = log.recorder(TestLog.OFFICER, "cut short");
            recorder.outcome(recorder.intent(TestLog.write("done.html")), TrafficOutcome.ok(120));
            recorder.intent(TestLog.write("open.html"));
            killed = storage.afterPowerLoss();
        }
        TestLog.open(killed).close();
        List<JsonNode> records = StoredLog.records(killed);
        assertThat(records).hasSize(4);
        JsonNode closing = records.get(3);
        assertThat(closing.get("ph").asText()).isEqualTo("outcome");
        assertThat(closing.get("ref").asLong()).isEqualTo(2);
        assertThat(closing.get("st").asText()).isEqualTo("unknown");
        assertThat(closing.get("kind").asText()).isEqualTo("file.write");
        assertThat(closing.get("path").asText()).isEqualTo("open.html");
        assertThat(closing.get("corr").asText()).isEqualTo("cut short");
        assertThat(closing.get("actor").get("id").asText()).isEqualTo("system:trafficlog");
        VerificationReport report = TrafficLogVerifier.verify(killed, "");
        assertThat(report.verdict()).isEqualTo(Verdict.SOUND);
        assertThat(report.openIntents()).isZero();
        TestLog.open(killed).close();
        assertThat(StoredLog.records(killed)).as("closed once").hasSize(4);
    }

    @Test
    void everyTornEndIsPutAsideAndTheLogGoesOn() throws IOException {
        MemoryStorage before;
        MemoryStorage after;
        try (TrafficLog log = TestLog.open(storage)) {
            TestLog.files(log, 1);
            log.checkpoint();
            TestLog.files(log, 1);
            before = storage.copy();
            LogReceipt last = log.recorder(TestLog.OFFICER, "last").intent(TestLog.write("last.html"));
            assertThat(last.index()).isEqualTo(4);
            after = storage.copy();
        }
        byte[] whole = after.readAll(SEGMENT);
        int kept = before.readAll(SEGMENT).length;
        for (int length = kept + 1; length < whole.length; length += 61) {
            MemoryStorage torn = after.copy();
            torn.files.put(SEGMENT, Arrays.copyOf(whole, length));
            assertThat(TrafficLogVerifier.verify(torn, "").verdict()).isEqualTo(Verdict.NOT_FULLY_COVERED);
            try (TrafficLog log = TestLog.open(torn)) {
                assertThat(log.size()).as("the end is recorded").isEqualTo(5);
                TestLog.files(log, 1);
            }
            JsonNode recover = StoredLog.records(torn).get(4);
            assertThat(recover.get("kind").asText()).isEqualTo("log.recover");
            assertThat(recover.get("ph").asText()).isEqualTo("single");
            assertThat(recover.get("out_b").asInt()).isEqualTo(length - kept);
            String name = torn.list("quarantine").get(0);
            assertThat(name).endsWith(recover.get("sha256").asText());
            assertThat(torn.readAll("quarantine/" + name)).isEqualTo(Arrays.copyOfRange(whole, kept, length));
            VerificationReport report = TrafficLogVerifier.verify(torn, "");
            assertThat(report.verdict()).as("cut at %d: %s", length, report).isEqualTo(Verdict.SOUND);
            assertThat(report.size()).isEqualTo(7);
        }
    }

    @Test
    void anEndOfZeroesIsATornEnd() throws IOException {
        TestLog.open(storage).close();
        try (TrafficLog log = TestLog.open(storage)) {
            TestLog.files(log, 1);
        }
        byte[] whole = storage.readAll(SEGMENT);
        storage.files.put(SEGMENT, Arrays.copyOf(whole, whole.length + 4_096));
        try (TrafficLog log = TestLog.open(storage)) {
            assertThat(log.size()).isEqualTo(3);
        }
        assertThat(TrafficLogVerifier.verify(storage, "").verdict()).isEqualTo(Verdict.SOUND);
    }

    @Test
    void aBadBatchBeforeAGoodOneIsNoTear() throws IOException {
        MemoryStorage killed;
        int first;
        try (TrafficLog log = TestLog.open(storage)) {
            log.recorder(TestLog.OFFICER, "a").intent(TestLog.write("a.html"));
            first = storage.readAll(SEGMENT).length;
            log.recorder(TestLog.OFFICER, "b").intent(TestLog.write("b.html"));
            log.recorder(TestLog.OFFICER, "c").intent(TestLog.write("c.html"));
            killed = storage.copy();
        }
        killed.files.get(SEGMENT)[first + 100] ^= 1;
        VerificationReport report = TrafficLogVerifier.verify(killed, "");
        assertThat(report.verdict()).isEqualTo(Verdict.TAMPERED);
        assertThat(report.firstBad().what()).contains("a good batch follows");
        assertThat(report.firstBad().index()).isEqualTo(1);
        assertThat(report.firstBad().offset()).isEqualTo(first);
    }

    @Test
    void nothingAcknowledgedIsLostWhenThePowerFails() {
        try (TrafficLog log = TestLog.open(storage)) {
            for (int i = 1; i <= 20; i++) {
                TestLog.files(log, 1);
                MemoryStorage left = storage.afterPowerLoss();
                VerificationReport report = TrafficLogVerifier.verify(left, "");
                assertThat(report.size()).as("%s", report).isEqualTo(2L * i);
                assertThat(report.verdict()).isIn(Verdict.SOUND, Verdict.NOT_FULLY_COVERED);
                TestLog.open(left).close();
                assertThat(TrafficLogVerifier.verify(left, "").verdict()).isEqualTo(Verdict.SOUND);
            }
        }
    }

    @Test
    void aLogWhoseMakingWasCutShortIsMadeAgain() {
        TestLog.open(storage).close();
        for (String missing : new String[] {"checkpoint", "checkpoints.log", "vkey", "keys/agency"}) {
            storage.files.remove(missing);
            MemoryStorage cut = storage.copy();
            try (TrafficLog log = TestLog.open(cut)) {
                TestLog.files(log, 1);
            }
            assertThat(TrafficLogVerifier.verify(cut, "").verdict()).as(missing).isEqualTo(Verdict.SOUND);
        }
    }
}
