package dev.prakat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.prakat.cli.CommandLineRun.Result;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One file is one draft; it is looked at, handed in, revised, compared and found. */
class ItemCommandsTest {

    private static final String NOW = "2026-11-23T09:00";

    private static final String LETTER_DRAFT = """
            ---
            category: external-agency-news
            title: ข่าวจากหน่วยงานอื่น
            until: 31 ธันวาคม 2569
            attach: [ประกาศ.txt]
            source: EXTERNAL
            letter:
              received: 123/2569
              number: รง ๐๐๐๑/๔๕
              date: 20 พ.ย. 2569
              agency: กรมตัวอย่าง
              signatory: นายตัวอย่าง สมมติ
              post: อธิบดี
              scan: หนังสือ.pdf
            provider: {name: นางตัวอย่าง สมมติ, date: 2026-11-20}
            personalData: {lawfulBasis: s.24(4), purpose: ประกาศผล, dataSubjects: ผู้ชนะ, redacted: true}
            ---
            <p>เนื้อหา<script>a()</script></p>
            """;

    @TempDir
    private Path folder;

    private CommandLineRun cli;

    @BeforeEach
    void begin() {
        cli = new CommandLineRun(folder).begun();
        cli.file("ประกาศ.txt", "เนื้อหาของประกาศ");
        cli.file("หนังสือ.pdf", "%PDF-1.7\nscan");
    }

    @Test
    @Tag("S001-R21")
    void oneFileIsOneDraftWithItsLetter() throws Exception {
        Path file = cli.file("draft.html", LETTER_DRAFT);
        String id = as("draft", "--body", file.toString()).out().strip();

        JsonNode shown = cli.done("item", "show", id, "--json").json().get("current");
        assertThat(shown.get("source").asText()).isEqualTo("EXTERNAL");
        assertThat(shown.get("letter").get("date").asText()).isEqualTo("2026-11-20");
        assertThat(shown.get("letter").get("scan").get("name").asText()).isEqualTo("หนังสือ.pdf");
        assertThat(shown.get("provider").get("name").asText()).isEqualTo("นางตัวอย่าง สมมติ");
        assertThat(shown.get("personalData").get("redacted").asBoolean()).isTrue();
        assertThat(shown.get("removed").get(0).get("kind").asText()).isEqualTo("ELEMENT_AND_CONTENT");
        assertThat(cli.done("item", "show", id).out())
                .contains(
                        "ที่ รง ๐๐๐๑/๔๕ ลงวันที่",
                        "อธิบดี",
                        "เลขรับ 123/2569",
                        "หนังสือ (ไม่เผยแพร่)",
                        "ประกาศ.txt  (48 ไบต์ text/plain)",
                        "<script>  ตัดออกทั้งหมดที่อยู่ข้างใน  (ในย่อหน้า “เนื้อหา”)");

        Path into = folder.resolve("out");
        cli.done("item", "files", id, "--into", into.toString(), "--with-letter");
        assertThat(Files.readString(into.resolve("ประกาศ.txt"))).isEqualTo("เนื้อหาของประกาศ");
        assertThat(into.resolve("หนังสือ.pdf")).exists();
        assertThat(cli.run("item", "files", id, "--into", into.toString()).code())
                .isEqualTo(ExitCode.FINDING);
    }

    @Test
    void anOptionWinsOverTheFile() {
        Path file = cli.file("draft.html", LETTER_DRAFT);
        JsonNode review = as("check", "--json", "--body", file.toString(), "--title", "หัวข้ออื่น")
                .json();
        assertThat(review.get("title").asText()).isEqualTo("หัวข้ออื่น");
    }

    @Test
    void aCheckSaysEverythingAndStoresNothing() {
        Path file = cli.file("draft.html", LETTER_DRAFT.replace("number: รง ๐๐๐๑/๔๕\n", "number: ' '\n"));
        Result refused = run("check", "--body", file.toString());
        Result machine = run("check", "--json", "--body", file.toString());

        assertThat(refused.code()).isEqualTo(ExitCode.FINDING);
        assertThat(refused.out())
                .contains("ใช้ไม่ได้ พบ 1 ข้อ", "letter: its own number", "<script>", "<p>เนื้อหา</p>");
        assertThat(machine.json().get("acceptable").asBoolean()).isFalse();
        assertThat(machine.json().get("findings").get(0).get("rule").asText()).isEqualTo("S001-R21");
        Path sound = cli.file("sound.html", LETTER_DRAFT);
        assertThat(run("check", "--body", sound.toString()).code()).isEqualTo(ExitCode.DONE);
        assertThat(cli.done("item", "list", "--json").json()).isEmpty();
        assertThat(cli.data.resolve("attachments").toFile().list()).containsExactly("tmp");
    }

    @Test
    void aRevisionIsComparedWithTheOneBeforeAndAnOlderOneIsRefused() {
        String id = cli.draft(NOW, "2026-11-30");
        Path next = cli.file("next.html", "<p>เนื้อหาใหม่</p>");
        List<String> revise = List.of(
                "revise",
                id,
                "--category",
                "M023",
                "--title",
                "ประกาศทดสอบ",
                "--until",
                "2026-11-30",
                "--body",
                next.toString(),
                "--based-on",
                "1");
        assertThat(as(revise.toArray(String[]::new)).out()).contains("บันทึกเป็นฉบับที่ 2");
        Result late = run(revise.toArray(String[]::new));

        assertThat(late.code()).isEqualTo(ExitCode.FINDING);
        assertThat(late.err()).contains("revision 1, made by author", "revision 2, made by author", "BODY");
        assertThat(cli.done("item", "history", id).out().lines()).hasSize(2);
        assertThat(cli.done("item", "history", id, "--json")
                        .json()
                        .get(0)
                        .get("revision")
                        .asInt())
                .isEqualTo(2);
        assertThat(cli.done("item", "diff", id).out())
                .contains("@ เนื้อหา", "{+ใหม่+}", "--- ฉบับที่ 1", "+++ ฉบับที่ 2");
        assertThat(cli.done("item", "diff", id, "--json")
                        .json()
                        .get("changes")
                        .get(0)
                        .get("part")
                        .asText())
                .isEqualTo("BODY");
        assertThat(cli.done("item", "diff", id, "--from", "2", "--to", "2").out())
                .contains("ทั้งสองฉบับเหมือนกัน");
        assertThat(cli.run("item", "diff", id, "--from", "7").code()).isEqualTo(ExitCode.FINDING);
    }

    @Test
    void aListIsNarrowedAndPaged() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            ids.add(0, cli.draft("2026-11-23T09:0" + i, "2026-11-30"));
        }
        cli.done("--as", "author", "--now", NOW, "item", "submit", ids.get(1));
        Result first = cli.done("item", "list", "--limit", "2", "--json");
        String cursor = first.err().strip().replaceAll(".*--after ", "");

        assertThat(ids(first)).isEqualTo(ids.subList(0, 2));
        assertThat(ids(cli.done("item", "list", "--limit", "2", "--after", cursor, "--json")))
                .isEqualTo(ids.subList(2, 3));
        assertThat(ids(cli.done("item", "list", "--state", "in_approval", "--json")))
                .containsExactly(ids.get(1));
        assertThat(ids(cli.done("item", "list", "--category", "M023", "--unit", "ศสน.", "--title", "ทดสอบ", "--json")))
                .hasSize(3);
        assertThat(ids(cli.done("item", "list", "--source", "MINISTRY", "--json")))
                .isEmpty();
        assertThat(cli.run("item", "list", "--after", "x").code()).isEqualTo(ExitCode.FINDING);
        assertThat(cli.run("item", "list", "--category", "nowhere").code()).isEqualTo(ExitCode.FINDING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "---\ntitle: ก\n",
                "---\ncolour: green\n---\n<p>ก</p>",
                "---\n- a\n---\n<p>ก</p>",
                "---\ntitle: [\n---\n<p>ก</p>",
                "---\na: &a [*a, *a]\n---\n<p>ก</p>"
            })
    void aFileWhoseHeadCannotBeReadIsNamed(String text) {
        Path file = cli.file("draft.html", text);
        Result result =
                run("draft", "--category", "M023", "--title", "ก", "--until", "2099-12-31", "--body", file.toString());
        assertThat(result.code()).isEqualTo(ExitCode.FINDING);
        assertThat(result.err()).contains("draft.html").doesNotContain("\tat ");
    }

    @Test
    void aHeadInJsonIsReadToo() {
        Path file = cli.file(
                "draft.html",
                "---\r\n{\"category\": \"M023\", \"title\": \"ก\", \"until\": \"2099-12-31\"}\r\n---\r\n<p>ก</p>");
        assertThat(as("draft", "--body", file.toString()).out()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--until 2099-12-31 --permanent x --review 2099-01-01",
                "--permanent x",
                "--review 2099-01-01",
                "--until 2099-12-31 --kind REDIRECT",
                "--until 2099-12-31 --provider ก",
                "--until 2099-12-31 --letter-number 1"
            })
    void whatContradictsItselfIsWrongUse(String options) {
        Path file = cli.file("draft.html", "<p>ก</p>");
        List<String> args =
                new ArrayList<>(List.of("draft", "--category", "M023", "--title", "ก", "--body", file.toString()));
        if (!options.isEmpty()) {
            args.addAll(List.of(options.split(" ")));
        }
        assertThat(run(args.toArray(String[]::new)).code()).isEqualTo(ExitCode.WRONG_USE);
    }

    @Test
    void hostileFilesAreRefusedInWords() {
        Path bomb = cli.file("a.docx", "PK\u0003\u0004 nothing".getBytes(StandardCharsets.UTF_8));
        Path body = cli.file("deep.html", "<div>".repeat(10_000));
        Result file = run(
                "draft",
                "--category",
                "M023",
                "--title",
                "\u200B",
                "--until",
                "2099-12-31",
                "--body",
                cli.file("b.html", "<p>ก</p>").toString(),
                "--attach",
                bomb.toString());
        Result deep =
                run("check", "--category", "M023", "--title", "ก", "--until", "2099-12-31", "--body", body.toString());

        assertThat(file.code()).isEqualTo(ExitCode.FINDING);
        assertThat(file.err()).contains("title [S002-F03]", "a.docx", "cannot be read");
        assertThat(deep.code()).isEqualTo(ExitCode.FINDING);
        assertThat(deep.out()).contains("deeper than 200");
    }

    private Result run(String... args) {
        List<String> all = new ArrayList<>(List.of("--as", "author", "--now", NOW, "item"));
        all.addAll(List.of(args));
        return cli.run(all.toArray(String[]::new));
    }

    private Result as(String... args) {
        Result result = run(args);
        assertThat(result.code()).as("%s", result).isEqualTo(ExitCode.DONE);
        return result;
    }

    private static List<String> ids(Result result) {
        List<String> ids = new ArrayList<>();
        result.json().forEach(row -> ids.add(row.get("id").asText()));
        return ids;
    }
}
