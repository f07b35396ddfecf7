package dev.prakat.trafficlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.prakat.problem.InvalidException;
import dev.prakat.spi.Actor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is handed to an official can be checked by him, with the printed key and nothing else of the agency. */
@Tag("S001-R30")
class ExportTest {

    private static final Actor AUDITOR = Actor.local("auditor-1");
    private static final String ORDER = "ดศ 0101/7";

    @TempDir
    Path folder;

    private String vkey = "";

    @ParameterizedTest
    @EnumSource
    void everyFormatIsCheckedOfflineAndTheExportIsARecord(ExportFormat format) throws IOException {
        ExportReport report = export(format, LogQuery.all().opened(ORDER));
        assertThat(report.records()).isEqualTo(80);
        assertThat(report.opened()).isEqualTo(80);
        assertThat(verify("--vkey", vkey)).isEqualTo("0 SOUND");
        assertThat(verify()).isEqualTo("0 SOUND");
        assertThat(Files.readString(out().resolve("manifest")))
                .contains("order " + ORDER + "\n")
                .contains("\nrecords 80\n");
        List<JsonNode> stored = StoredLog.records(new DiskStorage(folder.resolve("log")));
        JsonNode intent = stored.get((int) report.record());
        assertThat(intent.get("kind").asText()).isEqualTo("log.export");
        assertThat(intent.get("obj").asText()).isEqualTo(ORDER);
        assertThat(stored.get((int) report.record() + 1).get("err").asText()).startsWith("records:80 manifest:");
        List<String> lines = Files.readAllLines(out().resolve(format.file()));
        assertThat(lines).hasSize(format == ExportFormat.CSV ? 81 : 80);
        assertThat(lines.get(1)).contains("page-0.html").contains("192.0.2.77");
    }

    @Test
    void aLineOfEachFormatIsWhatItsReadersExpect() throws IOException {
        export(ExportFormat.JSONL, LogQuery.all());
        JsonNode line = new ObjectMapper()
                .readTree(Files.readAllLines(out().resolve("records.jsonl")).get(3));
        assertThat(line.get("index").asInt()).isEqualTo(3);
        assertThat(line.get("record").get("ref").asInt()).isEqualTo(2);
        assertThat(line.has("personal")).isFalse();
        LogRecord record = new LogRecord(
                "www.example.go.th/tlog/main/e",
                3,
                TestLog.NOON,
                "{\"kind\":\"command\",\"ph\":\"outcome\","
                        + "\"path\":\"=1+1,\\\"x\\\"\",\"org\":{\"pid\":42},\"st\":\"denied\"}",
                null,
                null);
        assertThat(ExportFormat.CSV.line(record))
                .startsWith("www.example.go.th/tlog/main/e,3,22/11/2569,12:00:00.123456,command,outcome,")
                .contains(",\"'=1+1,\"\"x\"\"\",");
        assertThat(ExportFormat.RFC5424.line(record))
                .startsWith("<108>1 2026-11-22T05:00:00.123456Z www.example.go.th prakat 42 command"
                        + " [prakat@32473 log=\"www.example.go.th/tlog/main/e\" index=\"3\"] \uFEFF{");
    }

    @Test
    void everyChangeOfAnyFileIsFound() throws IOException {
        export(ExportFormat.CSV, LogQuery.all().opened(ORDER));
        List<Path> files;
        try (Stream<Path> list = Files.list(out())) {
            files = list.sorted().toList();
        }
        assertThat(files).hasSize(5);
        for (Path file : files) {
            byte[] whole = Files.readAllBytes(file);
            for (int at = 0; at < whole.length; at += Math.max(1, whole.length / 16)) {
                byte[] changed = whole.clone();
                changed[at] ^= 1;
                Files.write(file, changed);
                assertThat(verify("--vkey", vkey)).as("%s at %d", file, at).isEqualTo("1 TAMPERED");
            }
            Files.write(file, whole);
        }
        assertThat(verify("--vkey", vkey)).isEqualTo("0 SOUND");
    }

    @Test
    void anExportThatSomebodyElseSignedIsRefusedByThePrintedKey() throws IOException {
        export(ExportFormat.JSONL, LogQuery.all());
        String printed = vkey;
        Path other = folder.resolve("other");
        try (TrafficLog log = TrafficLog.open(TestLog.settings(other))) {
            TestLog.files(log, 1);
            log.export(AUDITOR, LogQuery.all(), ORDER, ExportFormat.JSONL, folder.resolve("forged"), List.of());
        }
        assertThat(TrafficLogVerifier.verifyExport(folder.resolve("forged"), List.of())
                        .verdict())
                .isEqualTo(VerificationReport.Verdict.SOUND);
        VerificationReport report = TrafficLogVerifier.verifyExport(folder.resolve("forged"), List.of(printed));
        assertThat(report.verdict()).isEqualTo(VerificationReport.Verdict.TAMPERED);
        assertThat(report.firstBad().what()).contains("is not a given one");
    }

    @Test
    void severalNodesAreProvenEachByItsOwnRoot() throws IOException {
        List<String> keys = new ArrayList<>();
        try (TrafficLog cron =
                TrafficLog.open(TestLog.settings(folder.resolve("cron")).withNode("cron"))) {
            TestLog.files(cron, 3);
            keys.add(cron.vkey());
        }
        try (TrafficLog log = TrafficLog.open(TestLog.settings(folder.resolve("log")))) {
            TestLog.files(log, 2);
            keys.add(log.vkey());
            ExportReport report = log.export(
                    AUDITOR, LogQuery.all(), ORDER, ExportFormat.JSONL, out(), List.of(folder.resolve("cron")));
            assertThat(report.records()).isEqualTo(10);
        }
        VerificationReport report = TrafficLogVerifier.verifyExport(out(), keys);
        assertThat(report.verdict()).as("%s", report).isEqualTo(VerificationReport.Verdict.SOUND);
        assertThat(report.coveredSize()).isEqualTo(10);
        assertThat(verify("--vkey", keys.get(0), "--vkey", keys.get(1))).isEqualTo("0 SOUND");
        assertThat(verify("--vkey", keys.get(0))).isEqualTo("1 TAMPERED");
    }

    @Test
    void aFolderThatHoldsSomethingAndAnEmptyOrderAreRefused() {
        try (TrafficLog log = TrafficLog.open(TestLog.settings(folder.resolve("log")))) {
            assertThatThrownBy(() -> log.export(AUDITOR, LogQuery.all(), " ", ExportFormat.CSV, folder, List.of()))
                    .isInstanceOfSatisfying(
                            InvalidException.class,
                            e -> assertThat(e.findings()).hasSize(2));
        }
    }

    private Path out() {
        return folder.resolve("export");
    }

    private ExportReport export(ExportFormat format, LogQuery query) {
        TrafficLogSettings settings = TestLog.settings(folder.resolve("log")).withOpeners(AUDITOR::equals);
        try (TrafficLog log = TrafficLog.open(settings)) {
            TestLog.files(log, 40);
            vkey = log.vkey();
            return log.export(AUDITOR, query, ORDER, format, out(), List.of());
        }
    }

    private String verify(String... more) {
        List<String> args = new ArrayList<>(List.of(out().toString()));
        args.addAll(List.of(more));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int code =
                VerifyTrafficLog.run(args.toArray(String[]::new), new PrintStream(said, true, StandardCharsets.UTF_8));
        return code + " " + said.toString(StandardCharsets.UTF_8).split("\\s", 2)[0];
    }
}
