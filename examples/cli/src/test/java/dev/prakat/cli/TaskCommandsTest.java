package dev.prakat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.prakat.cli.CommandLineRun.Result;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each officer of the provincial office sees what to do, does it by the command line, and the next one has it. */
class TaskCommandsTest {

    private static final String MORNING = "2026-11-23T09:00";
    private static final String STAFF = "id,name,unit,posts\n"
            + "requester,สมหญิง ตัวอย่าง,กลุ่มงาน 1,\n"
            + "head,วิชัย ตัวอย่าง,กลุ่มงาน 1,GROUP_HEAD\n"
            + "chief,ประเสริฐ ตัวอย่าง,สสจ.,CHIEF_MEDICAL_OFFICER\n"
            + "web,มาลี ตัวอย่าง,สสจ.,WEB_MASTER\n";

    @TempDir
    private Path folder;

    private CommandLineRun cli;
    private String id;

    @BeforeEach
    void submitted() {
        cli = new CommandLineRun(folder);
        Path staff = cli.file("officers.csv", STAFF);
        cli.done("--policy", "pathumthani-pho", "--staff", staff.toString(), "item", "list");
        Path body = cli.file("body.html", "<p>รายละเอียด โทร. 081-234-5678</p>");
        id = as(
                        "requester",
                        "item",
                        "draft",
                        "--category",
                        "information",
                        "--title",
                        "ข่าวอบรม",
                        "--until",
                        "2026-12-31")
                .apply("--body", body.toString())
                .out()
                .strip();
        done("requester", "item", "submit", id);
    }

    @Test
    @Tag("S002-R06")
    @Tag("S002-R07")
    void aRefusalIsToldAndTheItemComesAgain() {
        assertThat(done("head", "task", "list").out())
                .contains("ภายใน 23 พฤศจิกายน 2569 เวลา 09:30 น.  พิจารณา", id + "  ข่าวอบรม");
        Result bare = run("head", "task", "decide", id, "--refuse");
        assertThat(bare.code()).isEqualTo(ExitCode.FINDING);
        assertThat(bare.err()).contains("S002-R06");
        done("head", "task", "decide", id, "--refuse", "--reason", "ขาดแหล่งที่มา");

        assertThat(kinds("web")).contains("NOTIFY");
        assertThat(done("web", "task", "list").out()).contains("แจ้งผู้ขอ", id + "  ข่าวอบรม");
        done("web", "task", "told", id, "--how", "โทรศัพท์");
        done("requester", "item", "submit", id);

        JsonNode cases = done("requester", "item", "show", id, "--json").json().get("cases");
        assertThat(cases.get(1).get("resubmits").asText())
                .isEqualTo(cases.get(0).get("id").asText());
        assertThat(done("requester", "item", "show", id).out()).contains("เสนอใหม่แทนเรื่องที่ " + id + "/1");
        done("requester", "item", "call-off", id, "--reason", "ขอแก้ไขอีก");
        assertThat(done("requester", "item", "show", id, "--json")
                        .json()
                        .get("state")
                        .asText())
                .isEqualTo("DRAFT");
    }

    @Test
    @Tag("S002-R04")
    @Tag("S002-R12")
    void whatIsPublicIsVerifiedAndAnErrorIsFixedAndReported() {
        assertThat(run("head", "task", "decide", id, "--hold", "--reason", "รอเอกสาร")
                        .err())
                .contains("APPROVE, REFUSE, RETURN");
        done("head", "task", "decide", id, "--approve");
        Result unwaived = run("chief", "task", "decide", id, "--approve");
        assertThat(unwaived.code()).isEqualTo(ExitCode.FINDING);
        assertThat(unwaived.err()).contains("waiver").doesNotContain("234");
        Result agreed = done("chief", "task", "decide", id, "--approve", "--waive", "เป็นเบอร์ของหน่วยงาน");
        assertThat(agreed.out())
                .contains("เผยแพร่ได้ตามความเห็นของ chief: เป็นเบอร์ของหน่วยงาน")
                .doesNotContain("234");
        done("web", "task", "publish", id, "--note", "ตรวจแล้ว");
        done("web", "sweep");

        assertThat(run("web", "task", "verify", id).code()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(run("web", "task", "verify", id, "--sound", "--error", "ผิด").code())
                .isEqualTo(ExitCode.WRONG_USE);
        done("web", "task", "verify", id, "--incomplete", "--error", "ขาดเอกสารแนบ");
        JsonNode error = done("web", "site", "errors", "--json").json().get(0);
        assertThat(error.get("item").asText()).isEqualTo(id);
        String key = error.get("id").asText();
        assertThat(done("requester", "task", "list").out()).contains("ข้อผิดพลาดบนเว็บไซต์", "[" + key + "]");
        done("requester", "site", "fix", key, "--how", "แนบเอกสารแล้ว");
        assertThat(done("requester", "site", "report", key, "--what", "รายงานหัวหน้าแล้ว")
                        .out())
                .contains("แก้ไขโดย requester: แนบเอกสารแล้ว", "แก้ไขและรายงานแล้ว");
        assertThat(done("web", "site", "errors").out()).contains("ไม่มีข้อผิดพลาดค้าง");

        assertThat(done("web", "task", "verify", id, "--sound", "--json")
                        .json()
                        .get("status")
                        .asText())
                .isEqualTo("DONE");
        assertThat(done("web", "journal", "replay", "--check").out()).contains("ตารางข้อมูลตรงกับเหตุการณ์");
    }

    @Test
    @Tag("S002-R15")
    void theRegularCheckIsDueAgainOnTheNextWorkingDay() {
        assertThat(done("web", "task", "list").out())
                .contains("ยังไม่เคยทำ  ตรวจเว็บไซต์ตามรอบ", "keep-current")
                .doesNotContain("24 พฤศจิกายน");
        assertThat(done("web", "site", "check", "--duty", "keep-current", "--item-error", id + "=ลิงก์เสีย")
                        .out())
                .contains("ลิงก์เสีย", id);
        assertThat(done("web", "task", "list").out())
                .contains("ภายใน 24 พฤศจิกายน 2569 เวลา 23:59 น.  ตรวจเว็บไซต์ตามรอบ", "keep-current");
        Result unknown = run("web", "site", "check", "--duty", "nothing");
        assertThat(unknown.code()).isEqualTo(ExitCode.FINDING);
        assertThat(unknown.err()).contains("keep-current");
    }

    @Test
    @Tag("S002-R12")
    void everyErrorOfOneItemIsTakenIn() {
        String[] two = {"--item-error", id + "=ลิงก์เสีย a=b", "--item-error", id + "=รูปหาย"};
        List<String> check = new ArrayList<>(List.of("site", "check", "--duty", "keep-current"));
        check.addAll(List.of(two));
        done("web", check.toArray(String[]::new));

        JsonNode errors = done("web", "site", "errors", "--json").json();
        assertThat(List.of(
                        errors.get(0).get("message").asText(),
                        errors.get(1).get("message").asText()))
                .containsExactlyInAnyOrder("ลิงก์เสีย a=b", "รูปหาย");
        Result bare = run("web", "site", "check", "--duty", "keep-current", "--item-error", id);
        assertThat(bare.code()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(bare.err()).contains("--item-error", "ITEM=TEXT");
    }

    @Test
    @Tag("S002-R05")
    void anAgreedPeriodIsShortenedRenewedAndItsContentErasedByOrder() {
        done("head", "task", "decide", id, "--approve");
        done("chief", "task", "decide", id, "--approve", "--waive", "เบอร์ของหน่วยงาน");
        done("web", "sweep");
        done("requester", "item", "shorten", id, "--until", "2026-12-10", "--reason", "จบโครงการ");
        Result renewed = run("requester", "item", "renew", id, "none-such", "--until", "2027-01-31", "--json");
        assertThat(renewed.code()).isEqualTo(ExitCode.FINDING);
        assertThat(renewed.json().get(0).get("approvalCase").asText()).isEqualTo(id + "/2");
        assertThat(renewed.json().get(1).get("code").asText()).isEqualTo("NOT_FOUND");
        List<String> erase = List.of(
                "item",
                "erase",
                id,
                "--revision",
                "1",
                "--order",
                "9/2569",
                "--official",
                "สำนักงานตัวอย่าง",
                "--reason",
                "คำขอของเจ้าของข้อมูล");
        assertThat(run("requester", erase.toArray(String[]::new)).err()).contains("Withdraw it");
        done("requester", "item", "withdraw", id, "--reason", "ตามคำสั่ง", "--because", "PDPA_REQUEST");
        done("web", "sweep");
        done("requester", erase.toArray(String[]::new));
        assertThat(done("requester", "journal", "replay", "--check").code()).isEqualTo(ExitCode.DONE);
    }

    private List<String> kinds(String officer) {
        List<String> kinds = new ArrayList<>();
        done(officer, "task", "list", "--json")
                .json()
                .forEach(task -> kinds.add(task.get("kind").asText()));
        return kinds;
    }

    private interface More {
        Result apply(String... more);
    }

    private More as(String officer, String... first) {
        return more -> {
            List<String> all = new ArrayList<>(List.of(first));
            all.addAll(List.of(more));
            return done(officer, all.toArray(String[]::new));
        };
    }

    private Result done(String officer, String... args) {
        Result result = run(officer, args);
        assertThat(result.code())
                .as("%s %s: %s", officer, List.of(args), result)
                .isEqualTo(ExitCode.DONE);
        return result;
    }

    private Result run(String officer, String... args) {
        List<String> all = new ArrayList<>(List.of("--as", officer, "--now", MORNING));
        all.addAll(List.of(args));
        return cli.run(all.toArray(String[]::new));
    }
}
