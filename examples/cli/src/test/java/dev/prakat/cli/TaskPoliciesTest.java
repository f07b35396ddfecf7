package dev.prakat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.prakat.cli.CommandLineRun.Result;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By the command line alone: the executive's route of the Social Security Office, and the district office from end to end. */
class TaskPoliciesTest {

    private static final String MORNING = "2026-11-23T09:00";
    private static final String OFFICE = "id,name,unit,posts\n"
            + "author,สมชาย ตัวอย่าง,กค.,\n"
            + "head,สมหญิง ตัวอย่าง,กค.,DIRECTOR\n"
            + "executive,ประเสริฐ ตัวอย่าง,กนผ.,\n"
            + "screener,วิชัย ตัวอย่าง,ศสน.,DIRECTOR\n"
            + "publisher,มาลี ตัวอย่าง,ศสน.,\n";
    private static final String DISTRICT = "id,name,unit,posts\n"
            + "requester,สมชาย ตัวอย่าง,กลุ่มงานบริหารงานทั่วไป,\n"
            + "chair,สมหญิง ตัวอย่าง,สสอ.พาน,CENTRE_CHAIR\n"
            + "officer,ประเสริฐ ตัวอย่าง,สสอ.พาน,DISTRICT_OFFICER\n"
            + "web,มาลี ตัวอย่าง,สสอ.พาน,WEB_MASTER\n";

    @TempDir
    private Path folder;

    private CommandLineRun cli;

    @Test
    @Tag("S001-R12")
    @Tag("S001-R13")
    void theDirectorClassifiesAndAssignsWithTheReason() {
        begin("sso-website", OFFICE);
        order("executive,AUTHORISED_EXECUTIVE,,,2026-11-01,2026-11-30,คำสั่งที่ 7/2569\n");
        String id = submitted("author", "news-releases");
        done("executive", "task", "decide", id, "--approve");
        done("head", "task", "decide", id, "--approve", "--reason", "ส่งหนังสือแล้ว");
        assertThat(keys("screener")).containsExactly("DECIDE " + id);

        done("screener", "task", "decide", id, "--classify", "vision-mission", "--reason", "เป็นวิสัยทัศน์");
        done("screener", "item", "decide", id, "--assign", "publisher");

        JsonNode item = done("author", "item", "show", id, "--json").json();
        assertThat(item.get("category").asText()).isEqualTo("vision-mission");
        JsonNode run = item.get("cases").get(0);
        assertThat(run.get("assignedOfficer").asText()).isEqualTo("publisher");
        assertThat(run.get("decisions").get(2).get("outcome").asText()).isEqualTo("CLASSIFY");
        assertThat(run.get("decisions").get(2).get("reason").asText()).isEqualTo("เป็นวิสัยทัศน์");
        assertThat(keys("publisher")).contains("PUBLISH " + id);
        assertThat(keys("screener")).doesNotContain("DECIDE " + id);
        assertThat(done("author", "journal", "replay", "--check").code()).isEqualTo(ExitCode.DONE);
    }

    @Test
    @Tag("S003-R07")
    @Tag("S003-R08")
    void theDistrictOfficeRunsFromTheChairToTheCheck() {
        begin("phan-dho", DISTRICT);
        String id = submitted("requester", "public-relations");
        done("chair", "task", "decide", id, "--approve", "--reason", "เสนอสาธารณสุขอำเภอ");
        Result again = run("chair", "task", "decide", id, "--approve");
        assertThat(again.code()).isEqualTo(ExitCode.FINDING);
        assertThat(again.err()).contains("DISTRICT_OFFICER");
        done("officer", "task", "decide", id, "--approve");
        done("web", "task", "publish", id);
        done("web", "sweep");
        assertThat(keys("web")).contains("VERIFY " + id);

        JsonNode run = done("web", "task", "verify", id, "--sound", "--json").json();

        assertThat(run.get("status").asText()).isEqualTo("DONE");
        assertThat(run.get("publisher").asText()).isEqualTo("web");
        assertThat(keys("web")).doesNotContain("VERIFY " + id);
        assertThat(done("web", "journal", "replay", "--check").code()).isEqualTo(ExitCode.DONE);
    }

    private void begin(String policy, String staff) {
        cli = new CommandLineRun(folder);
        String officers = cli.file("officers.csv", staff).toString();
        cli.done("--policy", policy, "--staff", officers, "item", "list");
    }

    private void order(String delegation) {
        cli.file("data/delegations.csv", "officer,role,categories,units,from,until,order_number\n" + delegation);
        cli.file("data/appointments.csv", "officer,unit,sent_by,sent,granted,guidance_acknowledged,revoked\n");
    }

    private String submitted(String author, String category) {
        String body = cli.file("body.html", "<p>รายละเอียด</p>").toString();
        List<String> draft = new ArrayList<>(List.of("item", "draft", "--category", category, "--title", "ประกาศ"));
        draft.addAll(List.of("--until", "2026-12-31", "--body", body));
        String id = done(author, draft.toArray(String[]::new)).out().strip();
        done(author, "item", "submit", id);
        return id;
    }

    private List<String> keys(String officer) {
        List<String> keys = new ArrayList<>();
        done(officer, "task", "list", "--json").json().forEach(task -> {
            if (!task.get("item").isNull()) {
                keys.add(task.get("kind").asText() + " " + task.get("item").asText());
            }
        });
        return keys;
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
