package dev.prakat.trafficlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.prakat.problem.InvalidException;
import dev.prakat.problem.PrakatException;
import dev.prakat.trafficlog.VerificationReport.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a retention takes away, what it must not, and what stays provable. */
@Tag("S001-R30")
class PruningTest {

    private static final Retention NINETY = Retention.ofDays(90);
    private static final ClockReading RIGHT = ClockReading.of("sntp:time.example", 1, 300, 900);
    private static final LocalDate AUGUST_14 = LocalDate.of(2021, 8, 14);

    private final MemoryStorage storage = new MemoryStorage();
    private final MovingClock clock = new MovingClock();
    private final TrafficLogSettings settings =
            TestLog.settings(Path.of("in-memory"), () -> clock.now).withClockSource(() -> clock.reading);

    private static final class MovingClock {
        private Instant now = at("2021-08-14T10:00");
        private ClockReading reading = RIGHT;
    }

    @Test
    @Tag("AT-58")
    void at58ARecordOf14AugustIsKeptThrough12NovemberAndItsGoingIsRecorded() {
        try (TrafficLog log = TestLog.open(settings, storage)) {
            TestLog.files(log, 1);
            day(log, "2021-11-12T23:59");
            assertThat(prune(log).records()).isZero();
            assertThat(storage.list("seg")).hasSize(2);
            day(log, "2021-11-13T00:00");
            PruneReport report = prune(log);
            assertThat(report.refused()).isEmpty();
            assertThat(report.records()).as("with that of the clock").isEqualTo(3);
            assertThat(report.keys()).containsExactly(AUGUST_14);
            assertThat(storage.list("seg")).doesNotContain("00000000000000000000.seg");
        }
        List<JsonNode> records = StoredLog.records(storage);
        JsonNode intent = records.stream()
                .filter(each -> each.get("kind").asText().equals("log.prune"))
                .findFirst()
                .orElseThrow();
        assertThat(intent.get("ph").asText()).isEqualTo("intent");
        assertThat(intent.get("path").asText()).isEqualTo("records/0-2");
        assertThat(intent.get("sha256").asText()).hasSize(64);
        assertThat(intent.get("why").asText()).contains("kept for 90 days");
        assertThat(TrafficLogVerifier.verify(storage, "").verdict()).isEqualTo(Verdict.SOUND);
    }

    @Test
    void whatIsKeptIsProvenAsBeforeAndTheLogGoesOn() {
        String vkey;
        InclusionProof old;
        byte[] oldRecord;
        try (TrafficLog log = TestLog.open(settings, storage)) {
            vkey = log.vkey();
            TestLog.files(log, 350);
            log.checkpoint();
            old = TrafficLogProver.inclusion(storage, 17);
            oldRecord = TrafficLogProver.record(storage, 17);
            day(log, "2021-09-20T10:00");
            TestLog.files(log, 150);
            day(log, "2021-11-20T10:00");
            assertThat(prune(log).first()).isEqualTo(701);
            assertThat(storage.files).doesNotContainKey("tile/0/001").containsKeys("tile/0/002", "tile/1/000.p/3");
            TestLog.files(log, 300);
        }
        assertSound(1_600);
        assertThat(old.proves(oldRecord, vkey)).as("an old proof").isTrue();
        try (TrafficLog log = TestLog.open(settings, storage)) {
            TestLog.files(log, 1);
            clock.now = at("2022-01-10T10:00");
            TestLog.files(log, 1);
            assertThat(prune(log).first()).isGreaterThan(1_000);
        }
        assertSound(1_600);
    }

    private void assertSound(long least) {
        VerificationReport report = TrafficLogVerifier.verify(storage, "");
        assertThat(report.verdict()).as("%s", report).isEqualTo(Verdict.SOUND);
        assertThat(report.size()).isGreaterThanOrEqualTo(least);
        Pruned pruned = pruned(storage);
        for (long index = pruned.first(); index < report.size(); index += 7) {
            assertThat(TrafficLogProver.inclusion(storage, index)
                            .proves(TrafficLogProver.record(storage, index), vkey()))
                    .isTrue();
        }
        assertThatThrownBy(() -> TrafficLogProver.record(storage, pruned.first() - 1))
                .isInstanceOf(PrakatException.class)
                .hasMessageContaining("no record of this index");
    }

    @Test
    void whatGoesWithoutASignedRecordIsTampering() throws IOException {
        try (TrafficLog log = TestLog.open(settings, storage)) {
            TestLog.files(log, 4);
            day(log, "2021-08-15T10:00");
        }
        MemoryStorage forged = storage.copy();
        byte[] second = forged.readAll("seg/00000000000000000009.seg");
        BatchHeader header = SegmentReader.header(ByteBuffer.wrap(second), 0);
        Pruned claim = Pruned.of(forged, new LogEnd(9, header.number(), header.previous()), 11);
        forged.files.put("pruned", claim.text().getBytes(StandardCharsets.US_ASCII));
        forged.delete("seg/00000000000000000000.seg");
        VerificationReport report = TrafficLogVerifier.verify(forged, "");
        assertThat(report.verdict()).isEqualTo(Verdict.TAMPERED);
        assertThat(report.firstBad().file()).isEqualTo("pruned");
        assertThatThrownBy(() -> TestLog.open(settings, forged)).hasMessageContaining("CORRUPT");
    }

    @Test
    void everyChangeOfTheBeginningIsSeen() throws IOException {
        try (TrafficLog log = TestLog.open(settings, storage)) {
            TestLog.files(log, 133);
            day(log, "2021-11-20T10:00");
            assertThat(prune(log).records()).isEqualTo(267);
        }
        byte[] good = storage.readAll("pruned");
        for (int i = 0; i < good.length; i += 5) {
            byte[] bad = good.clone();
            bad[i] ^= 1;
            storage.files.put("pruned", bad);
            assertThat(TrafficLogVerifier.verify(storage, "").verdict())
                    .as("byte %d", i)
                    .isEqualTo(Verdict.TAMPERED);
        }
        storage.files.remove("pruned");
        assertThat(TrafficLogVerifier.verify(storage, "").verdict()).isEqualTo(Verdict.TAMPERED);
    }

    @Test
    void aPruningThatWasCutShortIsFinishedAtTheNextOpening() {
        MemoryStorage before;
        try (TrafficLog log = TestLog.open(settings, storage)) {
            TestLog.files(log, 300);
            day(log, "2021-11-20T10:00");
            log.checkpoint();
            before = storage.copy();
            prune(log);
        }
        for (String name : List.of("seg/00000000000000000000.seg", "tile/0/000", "tile/0/001")) {
            storage.files.put(name, before.files.get(name));
        }
        assertThat(TrafficLogVerifier.verify(storage, "").verdict()).isEqualTo(Verdict.NOT_FULLY_COVERED);
        TestLog.open(settings, storage).close();
        assertThat(TrafficLogVerifier.verify(storage, "").verdict()).isEqualTo(Verdict.SOUND);
        assertThat(storage.files).doesNotContainKeys("seg/00000000000000000000.seg", "tile/0/000", "tile/0/001");
    }

    @Test
    void nothingGoesWhileTheClockIsInDoubt() {
        try (TrafficLog log = TestLog.open(settings, storage)) {
            TestLog.files(log, 1);
            day(log, "2021-08-15T10:00");
            clock.now = clock.now.plus(Duration.ofDays(200));
            assertThat(prune(log).refused()).contains("may have jumped");
            assertThat(prune(log).refused()).as("its own refusal is no command").contains("may have jumped");
            day(log, "2022-03-10T10:00");
            clock.reading = ClockReading.unknown("chrony", "no answer");
            assertThat(prune(log).refused()).contains("not known to be right");
            clock.reading = ClockReading.of("chrony", 2, 0, 20_000);
            assertThat(prune(log).refused()).contains("20000 microseconds");
            clock.reading = RIGHT;
            clock.now = at("2022-03-10T09:59");
            assertThat(prune(log).refused()).contains("stepped back");
            clock.now = at("2022-03-10T10:00");
            assertThat(storage.list("seg")).contains("00000000000000000000.seg");
            assertThat(prune(log).refused()).isEmpty();
            assertThat(storage.list("seg")).doesNotContain("00000000000000000000.seg");
        }
        assertThat(StoredLog.records(storage))
                .filteredOn(each -> each.path("st").asText().equals("denied"))
                .isNotEmpty()
                .allMatch(each -> each.get("why").asText().startsWith("refused: "));
    }

    @Test
    void anOrderKeepsWhatItNamesUntilItsEndOrItsLifting() {
        LegalHold hold = new LegalHold(
                "ดศ 0101/1",
                "นายสมมติ ตัวอย่าง พนักงานเจ้าหน้าที่",
                "การเผยแพร่ประกาศ",
                AUGUST_14,
                AUGUST_14,
                LocalDate.of(2022, 6, 30));
        try (TrafficLog log = TestLog.open(settings, storage)) {
            TestLog.files(log, 1);
            log.hold(TestLog.OFFICER, hold);
            day(log, "2021-11-20T10:00");
            assertThat(log.holds()).containsExactly(hold);
            PruneReport held = prune(log);
            assertThat(held.records()).isZero();
            assertThat(held.keys()).isEmpty();
            assertThat(held.holds()).containsExactly(hold);
            log.lift(TestLog.OFFICER, "ดศ 0101/1", "หนังสือยุติ ดศ 0101/9");
            assertThat(log.holds()).isEmpty();
            assertThatThrownBy(() -> log.lift(TestLog.OFFICER, "ดศ 0101/1", "x"))
                    .hasMessageContaining("no such order");
            assertThat(prune(log).records()).isEqualTo(4);
        }
        assertThat(TrafficLogVerifier.verify(storage, "").verdict()).isEqualTo(Verdict.SOUND);
    }

    @Test
    void anOrderEndsByItselfAndNeverAfterMoreThanTwoYears() {
        try (TrafficLog log = TestLog.open(settings, storage)) {
            assertThatThrownBy(() -> log.hold(TestLog.OFFICER, until(LocalDate.of(2023, 8, 15))))
                    .isInstanceOf(InvalidException.class);
            log.hold(TestLog.OFFICER, until(LocalDate.of(2023, 8, 14)));
            day(log, "2023-08-14T10:00");
            assertThat(prune(log).records()).isZero();
            day(log, "2023-08-15T00:00");
            assertThat(prune(log).records()).isEqualTo(2);
        }
    }

    @Test
    void theLawsNinetyDaysAreAFloor() {
        assertThatThrownBy(() -> Retention.ofDays(89)).isInstanceOf(InvalidException.class);
        assertThatThrownBy(() -> new Retention(120, 89)).isInstanceOf(InvalidException.class);
        assertThatThrownBy(() -> new Retention(100, 101)).isInstanceOf(InvalidException.class);
        assertThat(Retention.DEFAULT.days()).isEqualTo(120);
    }

    @Test
    void whoDidItGoesOnItsOwnClockAndTheRecordStays() {
        try (TrafficLog log = TestLog.open(settings, storage)) {
            TestLog.files(log, 1);
            day(log, "2021-11-20T10:00");
            PruneReport report = log.prune(TestLog.OFFICER, new Retention(400, 90), false);
            assertThat(report.records()).isZero();
            assertThat(report.keys()).containsExactly(AUGUST_14);
            assertThat(storage.files).doesNotContainKey("keys/2564-08-14");
        }
        assertThat(TrafficLogVerifier.verify(storage, "").verdict()).isEqualTo(Verdict.SOUND);
    }

    @Test
    void aDryRunChangesNothing() {
        try (TrafficLog log = TestLog.open(settings, storage)) {
            TestLog.files(log, 1);
            day(log, "2021-11-20T10:00");
            log.checkpoint();
            long size = log.size();
            PruneReport report = log.prune(TestLog.OFFICER, NINETY, true);
            assertThat(report.records()).as("with that of the clock").isEqualTo(3);
            assertThat(report.bytes()).isPositive();
            assertThat(log.size()).isEqualTo(size);
            assertThat(storage.files).containsKeys("seg/00000000000000000000.seg", "keys/2564-08-14");
        }
    }

    @Test
    void threeYearsKeepEveryDayOfTheRetentionAndNoMore() {
        try (TrafficLog log = TestLog.open(settings, storage)) {
            for (int day = 0; day < 3 * 365; day++) {
                day(log, AUGUST_14.plusDays(day) + "T10:00");
                if (day % 73 == 72) {
                    assertThat(prune(log).refused()).isEmpty();
                    assertThat(storage.list("seg")).hasSize(Math.min(91, day + 1));
                }
            }
        }
        assertThat(TrafficLogVerifier.verify(storage, "").verdict()).isEqualTo(Verdict.SOUND);
    }

    private static LegalHold until(LocalDate end) {
        return new LegalHold("1/2564", "an official", "a case", AUGUST_14, AUGUST_14, end);
    }

    private static PruneReport prune(TrafficLog log) {
        return log.prune(TestLog.OFFICER, NINETY, false);
    }

    /** Somebody works on that day. */
    private void day(TrafficLog log, String bangkok) {
        clock.now = at(bangkok);
        TestLog.files(log, 1);
    }

    private String vkey() {
        try {
            return new String(storage.readAll("vkey"), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Pruned pruned(Storage storage) {
        try {
            return Pruned.read(storage);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Instant at(String bangkok) {
        return OffsetDateTime.parse(bangkok + ":00+07:00").toInstant();
    }
}
