package dev.prakat.trafficlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A record proven to somebody who has nothing else of the log, and a log proven to go on from an earlier one. */
@Tag("S001-R30")
class ProofsTest {

    private final MemoryStorage storage = new MemoryStorage();

    @Test
    void everyRecordOfEveryCheckpointIsProvenAndNothingElseIs() {
        String vkey = written(700);
        Random random = new Random(1);
        for (int index = 0; index < 700; index++) {
            byte[] record = TrafficLogProver.record(storage, index);
            InclusionProof proof = TrafficLogProver.inclusion(storage, index);
            InclusionProof read = Objects.requireNonNull(InclusionProof.parse(proof.text()));
            assertThat(read).isEqualTo(proof);
            assertThat(read.proves(record, vkey)).as("record %d", index).isTrue();
            byte[] other = record.clone();
            other[random.nextInt(other.length)] ^= (byte) (1 << random.nextInt(7));
            assertThat(read.proves(other, vkey))
                    .as("record %d, a bit changed", index)
                    .isFalse();
            InclusionProof elsewhere = new InclusionProof((index + 1) % 700, proof.path(), proof.checkpoint());
            assertThat(elsewhere.proves(record, vkey))
                    .as("record %d as the next", index)
                    .isFalse();
        }
    }

    @Test
    void aChangedProofProvesNothing() {
        String vkey = written(300);
        byte[] record = TrafficLogProver.record(storage, 77);
        String text = TrafficLogProver.inclusion(storage, 77).text();
        int refused = 0;
        for (int at = 0; at < text.length(); at++) {
            String changed = text.substring(0, at) + (char) (text.charAt(at) ^ 1) + text.substring(at + 1);
            InclusionProof proof = InclusionProof.parse(changed);
            assertThat(proof != null && proof.proves(record, vkey))
                    .as("character %d", at)
                    .isFalse();
            refused++;
        }
        assertThat(refused).isGreaterThan(600);
        assertThat(InclusionProof.parse("")).isNull();
        assertThat(InclusionProof.parse("c2sp.org/tlog-proof@v1\nindex 01\n\n")).isNull();
        String withExtra = text.replace("\nindex", "\nextra eA==\nindex");
        assertThat(Objects.requireNonNull(InclusionProof.parse(withExtra)).proves(record, vkey))
                .isTrue();
    }

    @Test
    void anEarlierStateIsProvenToBeABeginningOfTheLog() {
        String vkey = written(600);
        MerkleRange range = new MerkleRange();
        for (int size = 0; size <= 600; size++) {
            ConsistencyProof proof = TrafficLogProver.consistency(storage, size);
            assertThat(proof.isSound(vkey)).as("size %d", size).isTrue();
            String root = Base64.getEncoder().encodeToString(range.root());
            assertThat(proof.root()).as("size %d", size).isEqualTo(root);
            String wrong = Base64.getEncoder().encodeToString(new byte[Hashes.LENGTH]);
            assertThat(new ConsistencyProof(size, wrong, proof.path(), proof.checkpoint()).isSound(vkey))
                    .isFalse();
            if (size < 600) {
                byte[] record = TrafficLogProver.record(storage, size);
                range.add(Hashes.leaf(Hashes.sha256(), record, 0, record.length));
            }
        }
    }

    @Test
    void aLogThatWasCutBackOrWrittenAnewDoesNotGoOnFromTheCheckpointThatWasKept() throws IOException {
        String vkey = written(40);
        String early = new String(storage.readAll("checkpoint"), StandardCharsets.UTF_8);
        MemoryStorage before = storage.copy();
        written(60);
        String late = new String(storage.readAll("checkpoint"), StandardCharsets.UTF_8);
        assertThat(verdict(storage, vkey, early)).isEqualTo(VerificationReport.Verdict.SOUND);
        assertThat(verdict(storage, vkey, late)).isEqualTo(VerificationReport.Verdict.SOUND);
        // Sound in itself, and shorter than it once was.
        assertThat(verdict(before, vkey, null)).isEqualTo(VerificationReport.Verdict.SOUND);
        assertThat(verdict(before, vkey, late)).isEqualTo(VerificationReport.Verdict.TAMPERED);
        // Written on by the same key, with another history.
        try (TrafficLog log = TestLog.open(before)) {
            TestLog.files(log, 50);
        }
        assertThat(verdict(before, vkey, late)).isEqualTo(VerificationReport.Verdict.TAMPERED);
        assertThat(verdict(before, vkey, early)).isEqualTo(VerificationReport.Verdict.SOUND);
        assertThat(verdict(storage, vkey, late.replace("\n100\n", "\n101\n")))
                .isEqualTo(VerificationReport.Verdict.UNREADABLE);
    }

    @Test
    void whatIsNotSignedOrNotThereIsSaid() {
        written(10);
        assertThatExceptionOfType(PrakatException.class)
                .isThrownBy(() -> TrafficLogProver.inclusion(storage, 10))
                .withMessageContaining("10 records of " + TestLog.HOST)
                .satisfies(e -> assertThat(e.code()).isEqualTo(ProblemCode.NOT_FOUND));
        assertThatExceptionOfType(PrakatException.class)
                .isThrownBy(() -> TrafficLogProver.record(storage, 10))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ProblemCode.NOT_FOUND));
    }

    @Test
    void tilesThatAreLostOrChangedAreToldOfAndMadeAnew() throws IOException {
        String vkey = written(600);
        assertThat(storage.list(Tile.FOLDER)).containsExactly("0/000", "0/001", "0/002.p/88", "1/000.p/2");
        assertThat(verdict()).isEqualTo(VerificationReport.Verdict.SOUND);
        byte[] changed = storage.readAll("tile/0/000");
        changed[100] ^= 1;
        storage.replace("tile/0/000", changed);
        storage.delete("tile/0/001");
        VerificationReport report = TrafficLogVerifier.verify(storage, "");
        assertThat(report.verdict()).isEqualTo(VerificationReport.Verdict.NOT_FULLY_COVERED);
        assertThat(report.notes())
                .anyMatch(note -> note.startsWith("tile/0/001 is missing"))
                .anyMatch(note -> note.startsWith("tile/0/000 is not what the records come to"));
        assertThatExceptionOfType(PrakatException.class)
                .isThrownBy(() -> TrafficLogProver.inclusion(storage, 300))
                .withMessageContaining("tile/0/001");
        assertThatExceptionOfType(PrakatException.class)
                .isThrownBy(() -> TrafficLogProver.inclusion(storage, 2))
                .withMessageContaining("do not come to the signed root");
        // What a loss of power leaves of a tile that was not forced.
        storage.replace("tile/0/002.p/88", new byte[0]);
        TestLog.open(storage).close();
        assertThat(verdict()).isEqualTo(VerificationReport.Verdict.SOUND);
        for (long index : List.of(0L, 300L, 599L)) {
            assertThat(TrafficLogProver.inclusion(storage, index).proves(TrafficLogProver.record(storage, index), vkey))
                    .isTrue();
        }
    }

    private static VerificationReport.Verdict verdict(MemoryStorage log, String vkey, @Nullable String kept) {
        return TrafficLogVerifier.verify(log, vkey, kept).verdict();
    }

    private VerificationReport.Verdict verdict() {
        return TrafficLogVerifier.verify(storage, "").verdict();
    }

    private String written(int records) {
        try (TrafficLog log = TestLog.open(storage)) {
            TestLog.files(log, records / 2);
            return log.vkey();
        }
    }
}
