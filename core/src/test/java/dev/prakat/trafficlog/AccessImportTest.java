package dev.prakat.trafficlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.prakat.problem.InvalidException;
import dev.prakat.problem.PrakatException;
import dev.prakat.spi.Actor;
import dev.prakat.trafficlog.RejectedLine.Cause;
import dev.prakat.trafficlog.VerificationReport.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests of visitors that a web server wrote down, as records of the sealed log. The lines and people are invented. */
@Tag("S001-R30")
class AccessImportTest {

    static final String SITE = "https://www.example.go.th";
    static final String NGINX =
            "2001:db8::42 - somsri [21/Nov/2026:23:59:58 +0700] \"GET /%E0%B8%82%E0%B9%88%E0%B8%B2%E0%B8%A7/?id=1101700203451"
                    + " HTTP/2.0\" 200 5120 \"-\" \"Mozilla/5.0 (\\xE0\\xB9\\x84\\xE0\\xB8\\x97\\xE0\\xB8\\xA2)\"";
    static final String APACHE =
            "203.0.113.7 - - [22/Nov/2026:00:00:01 +0700] \"GET /a.pdf HTTP/1.1\" 404 - \"-\" \"a \\\"quoted\\\" agent\"";

    private static final Actor OFFICER = Actor.local("officer-7");

    @TempDir
    private Path folder;

    private final TestLog.ManualClock clock = new TestLog.ManualClock();
    private final TrafficLogSettings settings =
            TestLog.settings(Path.of("in-memory"), clock).withOpeners(OFFICER::equals);
    private final MemoryStorage storage = new MemoryStorage();
    private final List<RejectedLine> rejected = new ArrayList<>();

    @Test
    void aRequestIsARecordWithEveryElementOfTheLawAndNothingPersonalInTheClear() throws IOException {
        try (TrafficLog log = open()) {
            ImportReport report = load(log, file("access.log", NGINX + "\n" + APACHE + "\n"));
            assertThat(report).isEqualTo(new ImportReport(0, 2, 2, 0, 0, false, null));
        }
        List<JsonNode> records = StoredLog.records(storage);
        assertThat(records).hasSize(4);
        JsonNode request = records.get(1);
        assertThat(request.fieldNames())
                .toIterable()
                .containsExactly(
                        "v", "kind", "ph", "id", "corr", "ts", "at", "mono", "boot", "clk", "dur_us", "svc", "org",
                        "dst", "route", "out_b", "in_b", "cmd", "path", "st", "err", "actor", "rep", "pc", "sc");
        assertThat(request.get("kind").asText()).isEqualTo("http.in");
        assertThat(request.get("ph").asText()).isEqualTo("single");
        assertThat(request.get("ts").asText()).isEqualTo("2026-11-22T05:00:00.123456Z");
        assertThat(request.get("at").asText()).isEqualTo("2026-11-21T23:59:58+07:00");
        assertThat(request.get("svc").asText()).isEqualTo("https");
        assertThat(request.get("dst").asText()).isEqualTo(SITE);
        assertThat(request.get("path").asText()).isEqualTo("/%E0%B8%82%E0%B9%88%E0%B8%B2%E0%B8%A7/");
        assertThat(request.get("out_b").asLong()).isEqualTo(5120);
        assertThat(request.get("err").asText()).isEqualTo("200");
        assertThat(request.at("/actor/id").asText()).isEqualTo("na:not-given");
        assertThat(records.get(2).get("st").asText()).isEqualTo("failed");
        JsonNode outcome = records.get(3);
        assertThat(outcome.get("kind").asText()).isEqualTo("log.import");
        assertThat(outcome.get("ref").asLong()).isZero();
        assertThat(outcome.get("err").asText()).isEqualTo("records:2 repeated:0 rejected:0");
        assertThat(outcome.get("sha256").asText()).hasSize(64);
        for (byte[] content : storage.files.values()) {
            assertThat(new String(content, StandardCharsets.ISO_8859_1))
                    .doesNotContain("2001:db8::42", "somsri", "1101700203451", "203.0.113.7", "quoted", "Mozilla");
        }
        assertThat(TrafficLogVerifier.verify(storage, "").verdict()).isEqualTo(Verdict.SOUND);
    }

    @Test
    void whoMayOpenItFindsTheWholeLineByTheTimeOfTheRequest() throws IOException {
        try (TrafficLog log = open()) {
            load(log, file("access.log", NGINX + "\n" + APACHE + "\n"));
            List<LogRecord> shown = new ArrayList<>();
            LogQuery day = new LogQuery(null, TestLog.NOON.minus(Duration.ofHours(12)), null, null, "ดศ 0101/1");
            log.read(OFFICER, day, List.of(), shown::add);
            assertThat(shown).hasSize(1);
            assertThat(shown.get(0).happened()).isEqualTo("2026-11-21T16:59:58Z");
            assertThat(shown.get(0).at()).isEqualTo(TestLog.NOON);
            assertThat(shown.get(0).personalElements())
                    .containsEntry("src.addr", "2001:db8::42")
                    .containsEntry("src.agent", "Mozilla/5.0 (ไทย)")
                    .containsEntry("who.id", "somsri")
                    .containsEntry("line", NGINX);
            assertThat(EcsLine.of(shown.get(0))).contains("\"@timestamp\":\"2026-11-21T16:59:58Z\"");
            assertThat(CefLine.of(shown.get(0))).contains(" start=1795280398000 ");
        }
    }

    @Test
    void theSameFileAgainAddsNothingAndOneThatGrewAddsWhatIsNew() throws IOException {
        String twice = APACHE + "\n" + NGINX + "\n" + APACHE + "\n";
        try (TrafficLog log = open()) {
            assertThat(load(log, file("access.log", twice)).imported())
                    .as("equal lines are two requests")
                    .isEqualTo(3);
            assertThat(load(log, file("access.log", twice)).imported()).isZero();
        }
        clock.move(Duration.ofHours(30));
        try (TrafficLog log = open()) {
            ImportReport rotated = load(log, file("access.log.1", twice + APACHE + "\n"));
            assertThat(rotated.imported()).as("a third one").isEqualTo(1);
            assertThat(rotated.repeated()).isEqualTo(3);
            assertThat(load(log, packed("access.log.1.gz", twice + APACHE + "\n"))
                            .imported())
                    .isZero();
            assertThat(log.importAccessLog(OFFICER, folder.resolve("access.log"), "other", rejected::add)
                            .imported())
                    .as("of another website")
                    .isEqualTo(3);
        }
        assertThat(requests()).hasSize(7);
        assertThat(requests()).extracting(each -> each.get("rep").asText()).doesNotHaveDuplicates();
    }

    @Test
    void everyBadLineIsToldAndEveryGoodOneImported() throws IOException {
        String good = NGINX + "\r\n";
        byte[] notUtf8 = APACHE.replace("a.pdf", "é").getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes((good + "rubbish\n\n" + "x".repeat(100_000) + "\n").getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(notUtf8);
        bytes.writeBytes(("\n" + APACHE.replace("2026", "2036") + "\n" + APACHE.substring(0, 95))
                .getBytes(StandardCharsets.UTF_8));
        Path file = Files.write(folder.resolve("access.log"), bytes.toByteArray());
        try (TrafficLog log = open()) {
            ImportReport report = load(log, file);
            assertThat(report).isEqualTo(new ImportReport(0, 6, 2, 0, 4, true, null));
            assertThat(rejected).extracting(RejectedLine::number).containsExactly(2L, 3L, 4L, 6L);
            assertThat(rejected)
                    .extracting(RejectedLine::cause)
                    .containsExactly(Cause.FORMAT, Cause.FORMAT, Cause.TOO_LONG, Cause.AHEAD);
            assertThat(rejected)
                    .allSatisfy(each -> assertThat(each.line())
                            .as("found, expected, what to do next")
                            .matches("line \\d: found .*(should stand|expected|such as).* -> \\w.{20,}"));
            assertThat(rejected.get(2).why()).contains("16000 bytes");
            assertThat(rejected.get(3).why()).contains("ahead");
            List<LogRecord> shown = new ArrayList<>();
            log.read(OFFICER, LogQuery.all().opened("order"), List.of(), shown::add);
            assertThat(shown.get(1).personalElements())
                    .as("the end of a line of Windows is none of it")
                    .containsEntry("line", NGINX);
            assertThat(shown.get(2).personalElements().get("line64"))
                    .isEqualTo(Base64.getEncoder().encodeToString(notUtf8));
        }
    }

    @Test
    void theCutLastLineIsImportedWhenItIsWhole() throws IOException {
        String cut = "203.0.113.7 - - [22/Nov/2026:00:00:01 +0700] \"GET / HTTP/1.1\" 200 51";
        try (TrafficLog log = open()) {
            ImportReport first = load(log, file("access.log", NGINX + "\n" + cut));
            assertThat(first.imported()).isEqualTo(1);
            assertThat(first.unfinished())
                    .as("it would have been a line with 51 bytes")
                    .isTrue();
            assertThat(load(log, file("access.log", NGINX + "\n" + cut + "20\n"))
                            .imported())
                    .isEqualTo(1);
        }
        assertThat(requests()).extracting(each -> each.get("out_b").asLong()).containsExactly(5120L, 5120L);
    }

    @Test
    void ofACutArchiveWhatCanBeReadIsImported() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            lines.append(APACHE.replace("a.pdf", Integer.toString(i * 7919, 36)))
                    .append('\n');
        }
        Path whole = packed("access.log.gz", lines.toString());
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = Files.write(folder.resolve("cut.gz"), Arrays.copyOf(bytes, bytes.length / 2));
        bytes[bytes.length / 2] ^= 0x55;
        Path damaged = Files.write(folder.resolve("damaged.gz"), bytes);
        try (TrafficLog log = open()) {
            ImportReport half = load(log, cut);
            assertThat(half.cut()).contains("end too early");
            assertThat(half.imported()).isBetween(100L, 4_900L);
            ImportReport bad = load(log, damaged);
            assertThat(bad.cut()).contains("damaged");
            assertThat(load(log, whole).imported() + requests().size()).isGreaterThanOrEqualTo(5_000);
        }
        assertThat(requests())
                .extracting(each -> each.get("path").asText())
                .contains("/" + Integer.toString(4_999 * 7919, 36));
    }

    @Test
    void aFileOfManyHoursIsTakenInGroupsAndComesToTheSame() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            lines.append(APACHE.replace("22/Nov", String.format("%02d/Nov", 22 - i % 20)))
                    .append('\n');
        }
        Path file = file("access.log", lines.toString());
        try (TrafficLog log = open()) {
            assertThat(log.importAccessLog(OFFICER, file, SITE, rejected::add, 2)
                            .imported())
                    .isEqualTo(60);
            ImportReport again = load(log, file);
            assertThat(again.repeated()).isEqualTo(60);
        }
        assertThat(requests()).extracting(each -> each.get("at").asText()).isSorted();
    }

    @Test
    void anImportThatWasInterruptedIsFinishedByTheNext() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 3_000; i++) {
            lines.append(APACHE.replace("a.pdf", "a" + i)).append('\n');
        }
        Path file = file(
                "access.log",
                lines.append("rubbish\n").append(NGINX).append('\n').toString());
        try (TrafficLog log = open()) {
            log.importAccessLog(
                    OFFICER, file("begun.log", lines.substring(0, lines.length() / 2)), SITE, rejected::add);
            assertThatThrownBy(() -> log.importAccessLog(OFFICER, file, SITE, line -> {
                        throw new IllegalStateException("the caller has gone");
                    }))
                    .hasMessage("the caller has gone");
            assertThat(load(log, file).imported() + requests().size()).isGreaterThan(3_001);
        }
        assertThat(requests()).hasSize(3_001);
        assertThat(StoredLog.records(storage))
                .filteredOn(each -> each.path("err").asText().startsWith("IllegalStateException records:0"))
                .extracting(each -> each.get("st").asText())
                .as("nothing was handed in")
                .containsExactly("failed");
    }

    /** What failed before anything was handed in did not happen; of what fails later nobody knows all that is in. */
    @Test
    void anImportThatFailsHalfWayIsNotCalledFailed() throws IOException {
        try (TrafficLog log = open()) {
            load(log, file("access.log", APACHE + "\n"));
            AtomicInteger forced = new AtomicInteger();
            storage.failForce(name -> name.startsWith("seg/") && forced.incrementAndGet() == 2);
            Path more = file("more.log", NGINX + "\n");
            assertThatThrownBy(() -> load(log, more)).isInstanceOf(PrakatException.class);
        }
        assertThat(StoredLog.records(storage))
                .filteredOn(each -> each.path("err").asText().startsWith("PrakatException records:0"))
                .extracting(each -> each.get("st").asText())
                .containsExactly("unknown");
    }

    @Test
    void whatCannotBeMeantIsRefusedBeforeAnythingIsRecorded() throws IOException {
        try (TrafficLog log = open()) {
            assertThatThrownBy(() -> log.importAccessLog(OFFICER, folder, "a\nb", rejected::add))
                    .isInstanceOfSatisfying(
                            InvalidException.class,
                            e -> assertThat(e.findings()).hasSize(2));
            assertThat(log.size()).isZero();
        }
    }

    private TrafficLog open() {
        return TestLog.open(settings, storage);
    }

    private ImportReport load(TrafficLog log, Path file) {
        return log.importAccessLog(OFFICER, file, SITE, rejected::add);
    }

    private List<JsonNode> requests() {
        return StoredLog.records(storage).stream()
                .filter(each -> each.get("kind").asText().equals("http.in"))
                .toList();
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Path packed(String name, String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return Files.write(folder.resolve(name), bytes.toByteArray());
    }
}
