package dev.prakat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.prakat.cli.CommandLineRun.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An officer keeps the register and reports the indicator, all by the command line. */
class ComplaintCommandsTest {

    private static final String STAFF = "id,name,unit,posts\nclerk,สมหญิง ตัวอย่าง,ศสน.,\n";
    private static final String HEADER =
            "number,unit,received,channel,first_name,surname,address,telephone,conclusion,concluded,informed\n";

    @TempDir
    private Path folder;

    private CommandLineRun cli;

    @BeforeEach
    void begin() {
        cli = new CommandLineRun(folder);
        Path staff = cli.file("officers.csv", STAFF);
        cli.done("--staff", staff.toString(), "item", "list");
    }

    @Test
    @Tag("S004-R12")
    void theRegisterIsKeptAndTheIndicatorReported() throws IOException {
        Path sheet = cli.file(
                "complaints.csv",
                HEADER
                        + "1/2564,ศสน.,๑/๓/๒๕๖๔,LETTER,สมปอง,ตัวอย่าง,99 ถนนตัวอย่าง,0 2000 2222,FULLY,8/3/2564,9/3/2564\n");
        assertThat(done("complaint", "import", sheet.toString()).out()).contains("นำเข้าแล้ว: 1 เรื่อง");
        done(
                "complaint",
                "add",
                "--number",
                "2/2564",
                "--unit",
                "ศสน.",
                "--received",
                "2021-03-02",
                "--channel",
                "email",
                "--first-name",
                "สมปอง",
                "--surname",
                "ตัวอย่าง",
                "--address",
                "99 ถนนตัวอย่าง",
                "--telephone",
                "0 2000 2222");
        assertThat(done("complaint", "list").out()).contains("2/2564").doesNotContain("1/2564", "สมปอง");
        done("complaint", "route", "2/2564", "--to", "news", "--for", "note");
        assertThat(run("complaint", "route", "2/2564", "--to", "kitchen", "--for", "note")
                        .err())
                .contains("NEWS");
        done("complaint", "conclude", "2/2564", "--kind", "partly", "--on", "2021-03-10");
        assertThat(done("complaint", "list").out()).contains("ยังไม่ได้แจ้งผู้ร้อง");
        done("complaint", "told", "2/2564", "--on", "11 มีนาคม 2564");

        JsonNode report = done("complaint", "report", "--month", "2564-03", "--explain", "--json")
                .json();
        assertThat(report.at("/total/percent").asText()).isEqualTo("100.00");
        assertThat(report.at("/total/behind/IN_TIME").size()).isEqualTo(2);
        assertThat(done("complaint", "report", "--round", "1", "--fy", "2564").out())
                .contains(
                        "2563-10: ทันกำหนด 0 จาก 0 เรื่อง ร้อยละ N/A",
                        "2563-10 - 2564-03: ทันกำหนด 2 จาก 2 เรื่อง ร้อยละ 100.00 คะแนน 5.0000");
        assertThat(done("complaint", "report", "--round", "1", "--fy", "2564", "--first-months", "--json")
                        .json()
                        .at("/total/until")
                        .asText())
                .isEqualTo("2021-01");
        assertThat(done("complaint", "report", "--round", "1", "--fy", "2564", "--format", "csv")
                        .out())
                .contains("indicator,", ",percent,ร้อยละ,100.00");
        Path memo = folder.resolve("memo.html");
        String[] asMemo = {
            "complaint",
            "report",
            "--round",
            "1",
            "--fy",
            "2564",
            "--first-months",
            "--format",
            "memo",
            "--number",
            "145",
            "--out",
            memo.toString()
        };
        done(asMemo);
        assertThat(memo).content().contains("บันทึกข้อความ", "รง ๐๖๓๕/ว๑๔๕", "๓๑ มกราคม ๒๕๖๔");
        assertThat(run(asMemo).err()).contains("is there already");
        assertThat(run("complaint", "report", "--month", "2564-03", "--out", memo.toString())
                        .err())
                .contains("--out needs --format");
        assertThat(done("complaint", "send", "--month", "2564-03", "--unit", "ศสน.")
                        .out())
                .contains("5 เมษายน 2564");
        assertThat(done("complaint", "consolidate", "--month", "2564-03").out())
                .contains("หน่วยงานที่ส่ง 1", "ยังไม่ส่ง: ", "สปส.กทม.3");
        assertThat(done("complaint", "open", "2/2564", "--reason", "โทรแจ้งผล").out())
                .contains("สมปอง ตัวอย่าง");
        Path out = folder.resolve("register.csv");
        done("complaint", "export", out.toString());
        assertThat(Files.readString(out)).contains("2/2564").doesNotContain("สมปอง");
    }

    @Test
    void everyBadRowIsNamedAndWrongUseSaysWhatIsExpected() {
        Path sheet = cli.file("bad.csv", HEADER + "1,ศสน.,30/2/2564,LETTER,ก,ข,ค,ง,,,\n");
        Result refused = run("complaint", "import", sheet.toString());
        assertThat(refused.code()).isEqualTo(ExitCode.FINDING);
        assertThat(refused.err()).contains("bad.csv:2, received", "there is no day 30");

        assertThat(run("complaint", "report").code()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(run("complaint", "report", "--month", "มีนา").err()).contains("expected 2564-03");
        assertThat(run("complaint", "report", "--round", "3", "--fy", "2564").err())
                .contains("no round of the policy");
    }

    private Result done(String... args) {
        return cli.done(with(args));
    }

    private Result run(String... args) {
        return cli.run(with(args));
    }

    private static String[] with(String... args) {
        String[] all = new String[args.length + 4];
        all[0] = "--as";
        all[1] = "clerk";
        all[2] = "--now";
        all[3] = "2021-04-05T09:00";
        System.arraycopy(args, 0, all, 4, args.length);
        return all;
    }
}
