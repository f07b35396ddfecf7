package dev.prakat.trafficlog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.trafficlog.VerificationReport.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("S001-R30")
class BitFlipTest {

    private final MemoryStorage storage = new MemoryStorage();
    private VerifierKey key;

    @BeforeEach
    void aSmallLog() throws IOException {
        try (TrafficLog log = TestLog.open(storage)) {
            TestLog.files(log, 3);
            log.checkpoint();
            TestLog.files(log, 3);
        }
        key = LogIdentity.verifier(storage);
        assertThat(verify().verdict()).isEqualTo(Verdict.SOUND);
    }

    @Test
    void everyChangedBitOfASegmentIsTampering() throws IOException {
        byte[] segment = storage.files.get("seg/00000000000000000000.seg");
        for (int bit = 0; bit < segment.length * Byte.SIZE; bit++) {
            flip(segment, bit);
            VerificationReport report = verify();
            assertThat(report.verdict()).as("bit %d: %s", bit, report).isEqualTo(Verdict.TAMPERED);
            assertThat(report.firstBad().file()).isEqualTo("seg/00000000000000000000.seg");
            assertThat(report.firstBad().offset()).isLessThanOrEqualTo(bit / Byte.SIZE);
            flip(segment, bit);
        }
        assertThat(verify().verdict()).isEqualTo(Verdict.SOUND);
    }

    @Test
    void everyChangedBitOfACheckpointIsReported() throws IOException {
        for (String file : new String[] {"checkpoint", "checkpoints.log"}) {
            byte[] bytes = storage.files.get(file);
            for (int bit = 0; bit < bytes.length * Byte.SIZE; bit++) {
                flip(bytes, bit);
                assertThat(verify().verdict())
                        .as("bit %d of %s", bit, file)
                        .isIn(Verdict.TAMPERED, Verdict.NOT_FULLY_COVERED);
                flip(bytes, bit);
            }
        }
        assertThat(verify().verdict()).isEqualTo(Verdict.SOUND);
    }

    @Test
    void everyChangedByteOfTheKeyIsReported() throws IOException {
        byte[] bytes = storage.files.get("vkey");
        for (int bit = 0; bit < (bytes.length - 1) * Byte.SIZE; bit++) {
            flip(bytes, bit);
            assertThat(TrafficLogVerifier.verify(storage, "").verdict())
                    .as("bit %d", bit)
                    .isIn(Verdict.TAMPERED, Verdict.UNREADABLE);
            flip(bytes, bit);
        }
    }

    @Test
    void aChangedByteOnADiskIsFoundThroughThePublicMethod(@TempDir Path folder) throws IOException {
        try (TrafficLog log = TrafficLog.open(TestLog.settings(folder))) {
            TestLog.files(log, 2);
        }
        Path segment = folder.resolve("seg/00000000000000000000.seg");
        byte[] bytes = Files.readAllBytes(segment);
        bytes[bytes.length / 2] ^= 1;
        Files.write(segment, bytes);
        VerificationReport report = TrafficLogVerifier.verify(folder);
        assertThat(report.verdict()).isEqualTo(Verdict.TAMPERED);
        assertThat(report.firstBad().line()).contains("seg/00000000000000000000.seg at byte ");
    }

    /** With the same key object each time, so that a note that did not change has its signature checked once. */
    private VerificationReport verify() throws IOException {
        return new Verification(storage, key, null).run();
    }

    private static void flip(byte[] bytes, int bit) {
        bytes[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
    }
}
