package dev.prakat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.prakat.cli.CommandLineRun.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the draft to the notice, through the commands alone. */
class MainJobTest {

    private static final String MONDAY = "2026-11-23T09:00";
    private static final String TUESDAY = "2026-11-24T09:00";
    private static final String AFTER = "2026-12-01T00:00";

    @TempDir
    private Path folder;

    @Test
    @Tag("S001-R09")
    @Tag("S001-R26")
    void anItemIsDraftedApprovedPublishedAndComesDownWhenItsPeriodEnds() throws Exception {
        CommandLineRun cli = new CommandLineRun(folder).begun();
        Path attachment = cli.file("เอกสาร.txt", "เอกสารแนบ");

        String id = cli.draft(MONDAY, "30 พฤศจิกายน 2569", "--attach", attachment.toString(), "--summary", "สรุป");
        Result submitted = cli.done("--as", "author", "--now", MONDAY, "item", "submit", id);
        Result refused = cli.run("--as", "stranger", "--now", TUESDAY, "item", "decide", id, "--approve");
        Result approved = cli.done(
                "--as", "director", "--now", TUESDAY, "item", "decide", id, "--approve", "--reason", "ถูกต้อง");

        assertThat(submitted.out()).contains("ขอความเห็นชอบจากผู้อำนวยการ");
        assertThat(refused.code()).isEqualTo(ExitCode.FINDING);
        assertThat(refused.err())
                .startsWith("prakat: ไม่อนุญาต: stranger may not")
                .contains("director");
        assertThat(refused.err().lines()).hasSize(1);
        assertThat(approved.out()).contains("เห็นชอบแล้ว").contains("ถูกต้อง");

        JsonNode first = cli.done("--now", TUESDAY, "sweep", "--json").json();
        assertThat(first.get("published").asInt()).isEqualTo(1);
        assertThat(first.get("clean").asBoolean()).isTrue();
        assertThat(cli.read("site/d/" + id + "/index.html")).contains("เนื้อหา", "prakat:1:" + id + ":present:");
        assertThat(attachments(cli, id)).hasSize(1);
        assertThat(cli.done("item", "list").out()).contains(id, "ประกาศทดสอบ", "www: เผยแพร่อยู่ ตรวจเห็นจริงแล้ว");

        JsonNode second = cli.done("--now", AFTER, "sweep", "--json").json();
        assertThat(second.get("takenDown").asInt()).isEqualTo(1);
        assertThat(cli.read("site/d/" + id + "/index.html"))
                .contains("prakat:1:" + id + ":gone")
                .doesNotContain("เนื้อหา</p>");
        assertThat(attachments(cli, id)).isEmpty();
        assertThat(cli.read("site/index.html")).doesNotContain(id);

        assertThat(cli.done("log", "verify").out()).startsWith("SOUND");
    }

    @Test
    void showTellsEverythingOfAnItemToAMachine() {
        CommandLineRun cli = new CommandLineRun(folder).begun();
        String id = cli.draft(MONDAY, "2026-11-30", "--remark", "หมายเหตุ", "--link", "https://www.example.go.th/a");
        cli.done("--as", "author", "--now", MONDAY, "item", "submit", id);
        cli.done("--as", "director", "--now", MONDAY, "item", "decide", id, "--approve");
        cli.done("--now", MONDAY, "sweep");

        JsonNode item = cli.done("item", "show", id, "--json").json();

        assertThat(names(item))
                .containsExactly(
                        "id",
                        "category",
                        "ownerUnit",
                        "author",
                        "state",
                        "createdAt",
                        "current",
                        "approvedRevision",
                        "approvedAt",
                        "order",
                        "cases",
                        "placements");
        assertThat(item.get("createdAt").asText()).isEqualTo("2026-11-23T02:00:00Z");
        assertThat(item.get("category").asText()).isEqualTo("news-releases");
        JsonNode plan = item.get("current").get("plan").get(0);
        assertThat(plan.get("closes").asText()).isEqualTo("2026-11-30T17:00:00Z");
        assertThat(plan.get("kind").asText()).isEqualTo("GONE");
        assertThat(item.get("current").get("remark").asText()).isEqualTo("หมายเหตุ");
        assertThat(item.get("cases")
                        .get(0)
                        .get("decisions")
                        .get(0)
                        .get("officer")
                        .asText())
                .isEqualTo("director");
        JsonNode placement = item.get("placements").get(0);
        assertThat(placement.get("state").asText()).isEqualTo("LIVE_PROVEN");
        assertThat(placement.get("addresses").findValuesAsText("address"))
                .contains("http://localhost:8069/d/" + id + "/");
        assertThat(item.get("order").isNull()).isTrue();
    }

    @Test
    void showPrintsAnItemForAPersonInBothLanguages() {
        CommandLineRun cli = new CommandLineRun(folder).begun();
        String id = cli.draft(MONDAY, "2026-11-30");

        assertThat(cli.done("item", "show", id).out())
                .contains("ประเภทข้อมูล: ข่าวประชาสัมพันธ์ › ข่าวประชาสัมพันธ์", "ศูนย์สารนิเทศ (ศสน.)")
                .contains("ถึง สิ้นวันที่ 30 พฤศจิกายน 2569");
        assertThat(cli.done("--lang", "en", "item", "show", id).out())
                .contains("State: draft", "Information Centre (ศสน.)", "until the end of 30 November 2026");
    }

    @Test
    void aWithdrawnItemComesDownWithTheNextSweep() {
        CommandLineRun cli = new CommandLineRun(folder).begun();
        String id = cli.draft(MONDAY, "2026-11-30", "--submit");
        cli.done("--as", "director", "--now", MONDAY, "item", "decide", id, "--approve");
        cli.done("--now", MONDAY, "sweep");

        JsonNode order = cli.done(
                        "--as",
                        "author",
                        "--now",
                        TUESDAY,
                        "item",
                        "withdraw",
                        id,
                        "--reason",
                        "ผิดฉบับ",
                        "--because",
                        "ERROR",
                        "--json")
                .json();
        JsonNode swept = cli.done("--now", TUESDAY, "sweep", "--json").json();

        assertThat(order.get("reason").asText()).isEqualTo("ERROR");
        assertThat(swept.get("takenDown").asInt()).isEqualTo(1);
        assertThat(cli.read("site/d/" + id + "/index.html")).contains("prakat:1:" + id + ":gone");
    }

    @Test
    void aRefusedItemCanBeSubmittedAgain() {
        CommandLineRun cli = new CommandLineRun(folder).begun();
        String id = cli.draft(MONDAY, "2026-11-30", "--submit");

        Result refused = cli.done(
                "--as",
                "director",
                "--now",
                MONDAY,
                "item",
                "decide",
                id,
                "--refuse",
                "--reason",
                "ขาดเอกสาร",
                "--json");
        Result again = cli.done("--as", "author", "--now", TUESDAY, "item", "submit", id, "--json");

        assertThat(refused.json().get("status").asText()).isEqualTo("REFUSED");
        assertThat(again.json().get("id").asText()).isEqualTo(id + "/2");
        assertThat(again.json().get("status").asText()).isEqualTo("IN_PROGRESS");
    }

    @Test
    void healthIsAFindingUntilSomebodySweepsAndAgainWhenNobodyDoes() {
        CommandLineRun cli = new CommandLineRun(folder).begun();

        Result never = cli.run("--now", MONDAY, "health", "--json");
        cli.done("--now", MONDAY, "sweep");
        Result up = cli.run("--now", MONDAY, "health", "--json");
        Result stale = cli.run("--now", TUESDAY, "health");
        Result patient = cli.run("--now", TUESDAY, "health", "--interval", "86400");

        assertThat(never.code()).isEqualTo(ExitCode.FINDING);
        assertThat(never.json().get("status").asText()).isEqualTo("NEVER_RAN");
        assertThat(up.code()).isEqualTo(ExitCode.DONE);
        assertThat(stale.code()).isEqualTo(ExitCode.FINDING);
        assertThat(stale.out()).startsWith("STALE");
        assertThat(patient.code()).isEqualTo(ExitCode.DONE);
    }

    @Test
    @Tag("AMB-09")
    void anItemWithoutAnEndNeedsAReasonAndADayOfReview() {
        CommandLineRun cli = new CommandLineRun(folder).begun();
        String body = cli.file("body.html", "<p>ก</p>").toString();
        String[] draft = {"--as", "author", "--now", MONDAY, "item", "draft", "--category", "M023", "--title", "ก"};

        Result none = cli.run(with(draft, "--body", body));
        Result half = cli.run(with(draft, "--body", body, "--permanent", "ภารกิจประจำ"));
        Result both = cli.run(with(draft, "--body", body, "--permanent", "ภารกิจประจำ", "--review", "23/11/2570"));
        Result blank = cli.run(with(draft, "--body", body, "--permanent", " ", "--review", "23/11/2570"));

        assertThat(none.code()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(half.code()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(both.code()).isEqualTo(ExitCode.DONE);
        assertThat(blank.code()).isEqualTo(ExitCode.FINDING);
        JsonNode plan = cli.done("item", "show", both.out().strip(), "--json")
                .json()
                .get("current")
                .get("plan")
                .get(0);
        assertThat(plan.get("closes").isNull()).isTrue();
        assertThat(plan.get("reviewOn").asText()).isEqualTo("2027-11-23");
    }

    private static String[] with(String[] first, String... more) {
        return Stream.concat(Stream.of(first), Stream.of(more)).toArray(String[]::new);
    }

    private static List<Path> attachments(CommandLineRun cli, String id) throws Exception {
        Path files = cli.data.resolve("site/d/" + id + "/f");
        if (!Files.isDirectory(files)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(files)) {
            return all.toList();
        }
    }

    private static List<String> names(JsonNode node) {
        return StreamSupport.stream(((Iterable<String>) node::fieldNames).spliterator(), false)
                .toList();
    }
}
