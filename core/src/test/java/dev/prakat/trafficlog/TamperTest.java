package dev.prakat.trafficlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.trafficlog.VerificationReport.Verdict;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What somebody does who knows the format and has the disk, but not the key. Checksums are made anew. */
@Tag("S001-R30")
class TamperTest {

    private static final String FIRST = "seg/00000000000000000000.seg";
    private static final String SECOND = "seg/00000000000000000004.seg";

    private final MemoryStorage storage = new MemoryStorage();

    @BeforeEach
    void aLogOfTwoDays() {
        TestLog.ManualClock clock = new TestLog.ManualClock();
        TrafficLogSettings settings = TestLog.settings(Path.of("in-memory"), clock);
        try (TrafficLog log = TestLog.open(settings, storage)) {
            TestLog.files(log, 2);
            log.checkpoint();
            clock.move(Duration.ofDays(1));
            TestLog.files(log, 2);
        }
        assertThat(storage.files).containsKeys(FIRST, SECOND);
        assertThat(TrafficLogVerifier.verify(storage, "").verdict()).isEqualTo(Verdict.SOUND);
    }

    @Test
    void aChangedWordIsFoundByTheRoot() {
        edit(FIRST, "page-0.html", "page-9.html");
        Damage damage = tampered();
        assertThat(damage.index()).isZero();
        assertThat(damage.what()).contains("the root signed for 4 records");
    }

    @Test
    void aChangedWordAfterAGoodCheckpointIsPlacedAfterIt() {
        edit(SECOND, "page-1.html", "page-9.html");
        assertThat(tampered().index()).isEqualTo(4);
    }

    @Test
    void anExchangedSealedPartIsFoundAtItsRecord() {
        byte[] segment = storage.files.get(FIRST);
        int pub = ByteBuffer.wrap(segment).getInt(36);
        segment[36 + 4 + pub + 4 + 20] ^= 1;
        checksum(segment, 0);
        Damage damage = tampered();
        assertThat(damage.index()).isZero();
        assertThat(damage.what()).contains("sealed part");
    }

    @Test
    void aRemovedSegmentIsFound() {
        storage.files.remove(FIRST);
        assertThat(tampered().index()).isZero();
    }

    @Test
    void aSegmentUnderAnotherNameIsFound() {
        storage.files.put("seg/00000000000000000005.seg", storage.files.remove(SECOND));
        assertThat(tampered().index()).isEqualTo(4);
    }

    @Test
    void exchangedSegmentsAreFound() {
        byte[] first = storage.files.get(FIRST);
        storage.files.put(FIRST, storage.files.get(SECOND));
        storage.files.put(SECOND, first);
        assertThat(tampered().index()).isZero();
    }

    @Test
    void everyShorteningBelowTheCheckpointIsFoundAndRefused() {
        byte[] second = storage.files.get(SECOND);
        for (int length = 0; length < second.length; length += 97) {
            storage.files.put(SECOND, Arrays.copyOf(second, length));
            assertThat(tampered().index()).isBetween(4L, 7L);
        }
        Map<String, byte[]> before = new TreeMap<>(storage.files);
        assertThatThrownBy(() -> TestLog.open(storage))
                .isInstanceOfSatisfying(
                        PrakatException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.TRAFFIC_LOG))
                .hasMessageContaining("is CORRUPT: " + SECOND)
                .hasMessageContaining("Nothing was changed")
                .hasMessageContaining("--node NAME");
        assertThat(storage.files).as("refusing touches nothing").isEqualTo(before);
    }

    @Test
    void aRemovedLastSegmentIsFound() {
        storage.files.remove(SECOND);
        assertThat(tampered().index()).isEqualTo(4);
        storage.files.remove(FIRST);
        assertThat(tampered().index()).isZero();
    }

    @Test
    void anAddedBatchIsNotCovered() {
        byte[] second = storage.files.get(SECOND);
        storage.files.put(SECOND, Arrays.copyOf(second, second.length + 50));
        VerificationReport report = TrafficLogVerifier.verify(storage, "");
        assertThat(report.verdict()).isEqualTo(Verdict.NOT_FULLY_COVERED);
    }

    @Test
    void bytesBehindAnEarlierSegmentAreNotCovered() {
        byte[] first = storage.files.get(FIRST);
        storage.files.put(FIRST, Arrays.copyOf(first, first.length + 50));
        VerificationReport report = TrafficLogVerifier.verify(storage, "");
        assertThat(report.verdict()).isEqualTo(Verdict.NOT_FULLY_COVERED);
        assertThat(report.notes()).anyMatch(note -> note.contains(FIRST));
    }

    @Test
    void recordsWithoutAnyCheckpointAreRefusedBeforeTheyAreSigned() {
        storage.files.remove("checkpoint");
        storage.files.remove("checkpoints.log");
        assertThatThrownBy(() -> TestLog.open(storage))
                .isInstanceOf(PrakatException.class)
                .hasMessageContaining("CORRUPT")
                .hasMessageContaining("no checkpoint at all");
    }

    @Test
    void aLogWhosePublicKeyIsGoneIsNotMadeAnew() {
        storage.files.remove("vkey");
        assertThatThrownBy(() -> TestLog.open(storage))
                .isInstanceOf(PrakatException.class)
                .hasMessageContaining("CORRUPT")
                .hasMessageContaining("vkey");
    }

    @Test
    void anExchangedPublicKeyIsRefused() throws IOException {
        MemoryStorage other = new MemoryStorage();
        TestLog.open(other).close();
        storage.files.put("vkey", other.readAll("vkey"));
        assertThat(TrafficLogVerifier.verify(storage, "").verdict()).isEqualTo(Verdict.TAMPERED);
        assertThatThrownBy(() -> TestLog.open(storage))
                .isInstanceOf(PrakatException.class)
                .hasMessageContaining("another key");
    }

    private Damage tampered() {
        VerificationReport report = TrafficLogVerifier.verify(storage, "");
        assertThat(report.verdict()).as("%s", report).isEqualTo(Verdict.TAMPERED);
        assertThat(report.firstBad()).isNotNull();
        return report.firstBad();
    }

    private void edit(String file, String from, String to) {
        byte[] segment = storage.files.get(file);
        int at = new String(segment, StandardCharsets.ISO_8859_1).indexOf(from);
        assertThat(at).isPositive();
        System.arraycopy(to.getBytes(StandardCharsets.US_ASCII), 0, segment, at, to.length());
        ByteBuffer view = ByteBuffer.wrap(segment);
        for (int batch = 0; batch < segment.length; batch += 40 + view.getInt(batch + 28)) {
            checksum(segment, batch);
        }
    }

    private static void checksum(byte[] segment, int batch) {
        ByteBuffer view = ByteBuffer.wrap(segment);
        int body = 36 + view.getInt(batch + 28);
        CRC32C crc = new CRC32C();
        crc.update(segment, batch, body);
        view.putInt(batch + body, (int) crc.getValue());
    }
}
