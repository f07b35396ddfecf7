package dev.prakat.trafficlog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.spi.Actor;
import dev.prakat.trafficlog.VerificationReport.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who asked for a page is kept as long as the request's own day asks, whenever it was imported. */
@Tag("S001-R30")
class ImportedRetentionTest {

    private static final Actor OFFICER = Actor.local("officer-7");
    private static final Retention NINETY = Retention.ofDays(90);
    private static final LocalDate AUGUST_14 = LocalDate.of(2021, 8, 14);
    private static final String LINE =
            "203.0.113.7 - - [14/Aug/2021:23:30:00 +0700] \"GET /a HTTP/1.1\" 200 12 \"-\" \"agent\"\n";

    @TempDir
    private Path folder;

    private final MemoryStorage storage = new MemoryStorage();
    private Instant now = at("2021-09-20T10:00");
    private final TrafficLogSettings settings = TestLog.settings(Path.of("in-memory"), () -> now)
            .withClockSource(() -> ClockReading.of("sntp:time.example", 1, 300, 900))
            .withOpeners(OFFICER::equals);
    private final List<RejectedLine> rejected = new ArrayList<>();

    @Test
    void theKeyOfTheRequestsDayGoesFirstAndTheRecordLater() throws IOException {
        try (TrafficLog log = TestLog.open(settings, storage)) {
            assertThat(load(log, LINE).imported()).isEqualTo(1);
            assertThat(storage.files).containsKeys("keys/2564-08-14", "keys/2564-09-20");
            assertThat(opened(log)).containsExactly("203.0.113.7");
            day(log, "2021-11-12T23:00");
            assertThat(prune(log).keys()).isEmpty();
            day(log, "2021-11-13T00:00");
            PruneReport report = prune(log);
            assertThat(report.keys()).containsExactly(AUGUST_14);
            assertThat(report.records()).as("it entered on 20 September").isZero();
            assertThat(opened(log)).containsExactly("gone");
            day(log, "2021-12-20T10:00");
            assertThat(prune(log).records())
                    .as("import, request, outcome, clock")
                    .isGreaterThanOrEqualTo(4);
            assertThat(opened(log)).isEmpty();
        }
        assertThat(TrafficLogVerifier.verify(storage, "").verdict()).isEqualTo(Verdict.SOUND);
    }

    @Test
    void nothingIsSealedAgainUnderADayWhoseRetentionHasEnded() throws IOException {
        try (TrafficLog log = TestLog.open(settings, storage)) {
            load(log, LINE);
            day(log, "2021-11-13T00:00");
            prune(log);
            ImportReport again = load(log, LINE + LINE.replace("14/Aug", "15/Aug"));
            assertThat(again.imported()).isEqualTo(1);
            assertThat(rejected).hasSize(1);
            assertThat(rejected.get(0).why()).contains("2021-08-14", "retention has ended");
            assertThat(storage.files).doesNotContainKey("keys/2564-08-14");
            assertThat(opened(log)).containsExactly("gone", "203.0.113.7");
        }
        assertThat(TrafficLogVerifier.verify(storage, "").verdict()).isEqualTo(Verdict.SOUND);
    }

    @Test
    void anOrderForTheDayOfTheRequestKeepsWhoAsked() throws IOException {
        LegalHold hold =
                new LegalHold("ดศ 0101/1", "an official", "a case", AUGUST_14, AUGUST_14, LocalDate.of(2022, 6, 30));
        try (TrafficLog log = TestLog.open(settings, storage)) {
            load(log, LINE);
            log.hold(OFFICER, hold);
            day(log, "2022-01-20T10:00");
            assertThat(prune(log).keys()).doesNotContain(AUGUST_14).contains(LocalDate.of(2021, 9, 20));
            assertThat(opened(log)).containsExactly("203.0.113.7");
        }
    }

    @Test
    void anOldRequestIsNoEvidenceForAClockThatJumped() throws IOException {
        try (TrafficLog log = TestLog.open(settings, storage)) {
            TestLog.files(log, 1);
            now = now.plus(Duration.ofDays(200));
            load(log, LINE);
            assertThat(prune(log).refused()).contains("may have jumped");
            load(log, LINE.replace("14/Aug/2021", "08/Apr/2022").replace("23:30:00", "09:00:00"));
            assertThat(prune(log).refused())
                    .as("one of today is, as a command is")
                    .isEmpty();
        }
    }

    private ImportReport load(TrafficLog log, String lines) throws IOException {
        Path file = Files.writeString(folder.resolve("access.log"), lines);
        return log.importAccessLog(OFFICER, file, "www", rejected::add);
    }

    private static PruneReport prune(TrafficLog log) {
        return log.prune(OFFICER, NINETY, false);
    }

    /** The clients of the imported requests. */
    private static List<String> opened(TrafficLog log) {
        List<String> clients = new ArrayList<>();
        log.read(OFFICER, LogQuery.all().opened("order"), List.of(), record -> {
            if (record.elements().get("kind").equals("http.in")) {
                clients.add(record.personalElements().getOrDefault("src.addr", "gone"));
            }
        });
        return clients;
    }

    /** Somebody works on that day. */
    private void day(TrafficLog log, String bangkok) {
        now = at(bangkok);
        TestLog.files(log, 1);
    }

    private static Instant at(String bangkok) {
        return OffsetDateTime.parse(bangkok + ":00+07:00").toInstant();
    }
}
