package dev.prakat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.prakat.cli.CommandLineRun.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An officer makes a report by one call, in each form, and sees what is behind its figures. */
class ReportCommandsTest {

    private static final String MONDAY = "2026-11-23T09:00";
    private static final String AFTER = "2027-01-04T09:00";

    @TempDir
    private Path folder;

    @Test
    void anOversightReportComesInEachFormAndSaysWhatIsBehindItsFigures() throws Exception {
        CommandLineRun cli = new CommandLineRun(folder).begun();
        String id = live(cli);
        Path html = folder.resolve("report.html");

        Result json = cli.done("--now", AFTER, "report", "oversight", "--format", "json", "--explain");
        Result csv = cli.done("--now", AFTER, "report", "oversight", "--format", "csv", "--period", "2570-Q1");
        Result memo = cli.done("--now", AFTER, "report", "oversight", "--format", "memo", "--number", "รง 0600/12");
        cli.done("--now", AFTER, "report", "oversight", "--out", html.toString());

        JsonNode report = json.json();
        assertThat(report.at("/period/name").asText()).isEqualTo("2570-Q1");
        assertThat(report.at("/sections/0/rows/0/behind/published/0").asText()).isEqualTo(id);
        JsonNode logs = section(report, "logs");
        assertThat(logs.at("/rows/0/figures/verdict").asText()).isEqualTo("SOUND");
        assertThat(csv.out()).contains("published-by-unit,การเผยแพร่ตามหน่วยงาน,ศสน.");
        assertThat(memo.out())
                .contains("บันทึกข้อความ", "รง ๐๖๐๐/๑๒", "๑ ตุลาคม ๒๕๖๙", "๔ มกราคม ๒๕๗๐")
                .doesNotContain("2569", "2570-Q1</");
        assertThat(Files.readString(html)).contains("1 ตุลาคม 2569");
    }

    @Test
    void deadlinesTellEachStepAndAnUnknownPeriodNamesThoseThatThereAre() {
        CommandLineRun cli = new CommandLineRun(folder).begun();
        live(cli);

        JsonNode report = cli.done("--now", AFTER, "report", "deadlines", "--format", "json")
                .json();
        Result unknown = cli.found("report", "deadlines", "--period", "2570-Q5");

        JsonNode steps = section(report, "deadlines-by-step");
        assertThat(steps.findValuesAsText("key")).contains("s001-2-1-1/publish");
        assertThat(unknown.err()).contains("2564-Q1");
    }

    @Test
    void aReportOverwritesNothing() {
        CommandLineRun cli = new CommandLineRun(folder).begun();
        Path kept = cli.file("kept.html", "kept");

        assertThat(cli.run("report", "oversight", "--out", kept.toString()).code())
                .isEqualTo(ExitCode.WRONG_USE);
        assertThat(kept).hasContent("kept");
    }

    static JsonNode section(JsonNode report, String id) {
        for (JsonNode section : report.get("sections")) {
            if (section.get("id").asText().equals(id)) {
                return section;
            }
        }
        throw new AssertionError("no section " + id + " in " + report);
    }

    static String live(CommandLineRun cli) {
        String id = cli.draft(MONDAY, "2027-11-30", "--submit");
        cli.done("--as", "director", "--now", MONDAY, "item", "decide", id, "--approve");
        cli.done("--now", MONDAY, "sweep");
        return id;
    }
}
