package dev.prakat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.prakat.cli.CommandLineRun.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An officer answers requests for data, and the Secretary-General approves, all by the command line. */
class RequestCommandsTest {

    private static final String STAFF = "id,name,unit,posts\n"
            + "clerk,สมหญิง ตัวอย่าง,กวพ.,\n"
            + "secretary-general,สมศรี ตัวอย่าง,กพบ.,SECRETARY_GENERAL\n"
            + "stranger,วิชัย ตัวอย่าง,กค.,\n";

    @TempDir
    private Path folder;

    private CommandLineRun cli;

    @BeforeEach
    void begin() {
        cli = new CommandLineRun(folder);
        cli.done("--staff", cli.file("officers.csv", STAFF).toString(), "item", "list");
    }

    @Test
    @Tag("S000-R10")
    @Tag("S000-R19")
    void dataOfOthersIsCollectedApprovedAndSent() throws IOException {
        add("--information-act");
        assertThat(done(1, "request", "list").out())
                .contains("12/2564", "สถิติผู้ประกันตน", "2 มีนาคม 2564")
                .doesNotContain("มหาวิทยาลัย");
        done(2, "request", "route", "๑๒/๒๕๖๔", "--to", "clerk");
        done(2, "request", "urgent", "12/2564", "--by", "15/3/2564", "--reason", "ใช้ประกอบการประชุม");
        done(3, "request", "clarify", "12/2564", "--need", "รายจังหวัด", "--branch", "owned-by-others");
        Path letter = folder.resolve("letter.html");
        done(3, "request", "ask", "12/2564", "--unit", "สท.", "--html", letter.toString());
        assertThat(Files.readString(letter)).contains("๓ มีนาคม ๒๕๖๔", "ผู้อำนวยการสำนักเงินสมทบ");
        assertThat(done(4, "request", "show", "12/2564").out()).contains("รอข้อมูลจาก สท.", "16 มีนาคม 2564");
        done(4, "request", "receive", "12/2564", "--from", "สท.");
        done(4, "request", "complete", "12/2564");
        done(4, "request", "produce", "12/2564");
        assertThat(done(4, "request", "verify", "12/2564", "--wrong", "--note", "ยอดรวมไม่ตรง")
                        .out())
                .contains("จัดทำข้อมูลตามที่ขอ");
        done(5, "request", "produce", "12/2564");
        done(5, "request", "verify", "12/2564");
        done(5, "request", "propose", "12/2564");
        assertThat(done(5, "--lang", "en", "request", "letter", "12/2564").out())
                .contains("รง 9901/1  to a unit that owns the data  สท.", "รง 9901/3  to the requester, with the data");
        assertThat(done(5, "request", "letter", "12/2564", "รง 9901/2", "--reason", "พิมพ์")
                        .out())
                .contains("เรียน เลขาธิการสำนักงานประกันสังคม");

        assertThat(as(
                                "secretary-general",
                                8,
                                "request",
                                "instruct",
                                "12/2564",
                                "--committee",
                                "--words",
                                "เสนอคณะกรรมการ")
                        .out())
                .contains("รอดำเนินการตามข้อสั่งการ");
        done(9, "request", "resume", "12/2564", "--outcome", "คณะกรรมการเห็นชอบ");
        as("secretary-general", 9, "request", "approve", "12/2564", "--ground", "PDPA-24-4", "--ground", "OIA-24-3");
        assertThat(done(9, "request", "send", "12/2564", "--by", "email").out()).contains("จัดส่งข้อมูล");
        done(9, "request", "waive", "12/2564", "--by", "post", "--reason", "ผู้ขอรับทางอีเมลแล้ว");

        JsonNode shown = done(9, "request", "show", "12/2564", "--json").json();
        assertThat(shown.at("/state").asText()).isEqualTo("SENT");
        assertThat(shown.at("/ways/POST").asText()).isEqualTo("WAIVED");
        assertThat(shown.at("/late").asBoolean()).isFalse();
        Path csv = folder.resolve("register.csv");
        String[] register = {
            "request", "register", "--from", "1/3/2564", "--until", "31/3/2564", "--csv", csv.toString()
        };
        assertThat(done(9, register).out()).contains("รับ 1 เรื่อง ค้าง 0", "ปิดแล้ว 1 (ล่าช้า 0)");
        assertThat(Files.readString(csv)).contains("12/2564").doesNotContain("มหาวิทยาลัย");
        assertThat(done(9, "request", "open", "12/2564", "--reason", "โทรถาม").out())
                .contains("มหาวิทยาลัยตัวอย่าง", "รายจังหวัด");
        done(9, "request", "erase", "12/2564", "--order", "คำสั่งที่ 1/2565");
        assertThat(run(9, "request", "open", "12/2564", "--reason", "โทรถาม").err())
                .contains("was erased");
        assertThat(done(9, "journal", "replay", "--check").out()).doesNotContain("FACT");
    }

    @Test
    @Tag("S000-R12")
    void whatNobodyHoldsIsClosedByALetterAndWrongUseSaysWhatIsExpected() {
        add();
        done(2, "request", "route", "12/2564", "--to", "clerk");
        assertThat(run(2, "request", "clarify", "12/2564", "--need", "x", "--branch", "somewhere"))
                .satisfies(result -> assertThat(result.code()).isEqualTo(ExitCode.WRONG_USE))
                .satisfies(result -> assertThat(result.err()).contains("[held, owned-by-others, not-held]"));
        done(2, "request", "clarify", "12/2564", "--need", "x", "--branch", "not-held");
        assertThat(done(3, "request", "close", "12/2564").out()).contains("แจ้งแล้วว่าไม่มีข้อมูล");
        assertThat(run(3, "request", "produce", "12/2564").code()).isEqualTo(ExitCode.FINDING);
        assertThat(run(3, "request", "show", "99").code()).isEqualTo(ExitCode.FINDING);
        assertThat(cli.run(
                                "--as",
                                "stranger",
                                "--now",
                                "2021-03-03T10:00",
                                "request",
                                "erase",
                                "12/2564",
                                "--order",
                                "x")
                        .err())
                .contains("expected an officer of กวพ.");
    }

    private void add(String... more) {
        List<String> all = new ArrayList<>(List.of(
                "request",
                "add",
                "--number",
                "12/2564",
                "--topic",
                "สถิติผู้ประกันตน",
                "--organisation",
                "มหาวิทยาลัยตัวอย่าง",
                "--wanted",
                "จำนวนผู้ประกันตน"));
        all.addAll(List.of(more));
        done(1, all.toArray(String[]::new));
    }

    private Result done(int ofMarch, String... args) {
        return as("clerk", ofMarch, args);
    }

    private Result as(String officer, int ofMarch, String... args) {
        return cli.done(with(officer, ofMarch, args));
    }

    private Result run(int ofMarch, String... args) {
        return cli.run(with("clerk", ofMarch, args));
    }

    private static String[] with(String officer, int ofMarch, String... args) {
        List<String> all = new ArrayList<>(List.of("--as", officer, "--now", "2021-03-0" + ofMarch + "T10:00"));
        all.addAll(List.of(args));
        return all.toArray(String[]::new);
    }
}
