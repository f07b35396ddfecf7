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

    @Test
    void aReportIsSubmittedAcknowledgedOrderedUponAndDone() {
        CommandLineRun cli = new CommandLineRun(folder);
        cli.file("staff.csv", CommandLineRun.STAFF + "boss,สมชาย ตัวอย่าง,กนผ.,SUPERIOR\n");
        cli.begun();

        JsonNode submitted = cli.done(
                        "--as",
                        "director",
                        "--now",
                        "2027-01-21T09:00",
                        "report",
                        "submit",
                        "--problems",
                        "ช้า",
                        "--json")
                .json();
        cli.done("--as", "boss", "--now", "2027-01-22T09:00", "report", "acknowledge", "--note", "ทราบ");
        cli.done(
                "--as",
                "boss",
                "--now",
                "2027-01-22T09:00",
                "report",
                "order",
                "--text",
                "แก้ไข",
                "--unit",
                "ศสน.",
                "--due",
                "2027-02-01");
        Result open = cli.done("--now", "2027-01-22T09:00", "report", "list");
        Result stranger = cli.found(
                "--as", "stranger", "--now", "2027-01-22T09:00", "report", "done", "--order", "1", "--how", "แก้แล้ว");
        JsonNode done = cli.done(
                        "--as",
                        "author",
                        "--now",
                        "2027-01-25T09:00",
                        "report",
                        "done",
                        "--order",
                        "1",
                        "--how",
                        "แก้แล้ว",
                        "--json")
                .json();

        assertThat(submitted.get("status").asText()).isEqualTo("SUBMITTED");
        assertThat(submitted.get("lateDays").asInt())
                .as("due on Friday the 15th")
                .isEqualTo(4);
        assertThat(open.out()).contains("2570-Q1", "มีข้อสั่งการ", "1 กุมภาพันธ์ 2570", "ยังไม่เสร็จ");
        assertThat(stranger.err()).contains("an officer of ศสน.");
        assertThat(done.get("status").asText()).isEqualTo("CARRIED_OUT");
        cli.done("journal", "replay", "--check");
    }

    @Test
    void completenessAndCurrencyAreReportsTooAndAnEntryIsMarked() {
        CommandLineRun cli = new CommandLineRun(folder).begun();
        String id = live(cli);
        Path own = cli.file("oit-2568.csv", "id,label_th,label_en,needed\nO1,โครงสร้าง,Structure,unsaid\n");

        cli.done("--as", "director", "report", "mark", "O1", "--checklist", own.toString(), "--item", id);
        JsonNode complete = cli.done(
                        "--now",
                        AFTER,
                        "report",
                        "completeness",
                        "--checklist",
                        own.toString(),
                        "--checklist",
                        "oia-9",
                        "--format",
                        "json",
                        "--explain")
                .json();
        JsonNode current = cli.done("--now", AFTER, "report", "currency", "--format", "json")
                .json();

        JsonNode lists = section(complete, "checklists");
        assertThat(lists.at("/rows/0/figures/met").asInt()).isEqualTo(1);
        assertThat(lists.at("/rows/0/figures/percent").asText()).isEqualTo("100.00");
        assertThat(lists.at("/rows/1/figures/missing").asInt()).isEqualTo(8);
        assertThat(section(current, "currency-summary")
                        .at("/rows/3/figures/number")
                        .asInt())
                .as("this policy sets no update period")
                .isPositive();
        assertThat(cli.run("report", "mark", "O1").code()).isEqualTo(ExitCode.WRONG_USE);
    }

    @Test
    void theRequestFormOfAnItemIsWrittenIntoANewFile() throws Exception {
        CommandLineRun cli = new CommandLineRun(folder).begun();
        String id = live(cli);
        Path form = folder.resolve("form.html");

        cli.done("item", "form", id, "--out", form.toString());

        assertThat(Files.readString(form)).contains("ประกาศทดสอบ", "(วิชัย ตัวอย่าง)", "๒๓ พฤศจิกายน ๒๕๖๙");
        assertThat(cli.run("item", "form", id, "--out", form.toString()).code()).isEqualTo(ExitCode.WRONG_USE);
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
