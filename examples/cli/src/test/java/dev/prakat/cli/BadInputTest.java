package dev.prakat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.prakat.cli.CommandLineRun.Result;
import dev.prakat.trafficlog.TrafficLog;
import dev.prakat.trafficlog.TrafficLogSettings;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong is said once, in words, with what to do; nothing is lost by it. */
class BadInputTest {

    private static final String NOW = "2026-11-23T09:00";

    @TempDir
    private Path folder;

    private CommandLineRun cli;

    @BeforeEach
    void begin() {
        cli = new CommandLineRun(folder).begun();
    }

    @Test
    void anUnknownCategorySuggestsTheNearest() {
        Result result = draft("--category", "procurement-contract");

        assertThat(result.code()).isEqualTo(ExitCode.FINDING);
        assertThat(result.err()).startsWith("prakat: ไม่พบ: ").contains("procurement-contracts (M037");
        assertThat(result.out()).isEmpty();
        assertThat(cli.done("item", "list", "--json").json()).isEmpty();
    }

    @Test
    void whatCleaningTookOutOfABodyIsReported() {
        Path body = cli.file(
                "body.html",
                "<p onclick=\"a()\">ก<script>b()</script><a href=\"javascript:c()\">ข</a></p><iframe src=x></iframe>");

        Result human = draft("--category", "M023", "--body", body.toString());
        JsonNode machine =
                draft("--category", "M023", "--body", body.toString(), "--json").json();

        assertThat(human.code()).isEqualTo(ExitCode.DONE);
        assertThat(human.out().strip()).matches("[0-9]{6}-[0-9a-z]{10}");
        assertThat(human.err()).contains("4 รายการ", "<script>", "onclick", "javascript:", "<iframe>");
        assertThat(machine.get("removed")).hasSize(4);
    }

    @Test
    void aBodyComesFromStandardInputToo() {
        Result result = CommandLineRun.plain(
                "\uFEFF<p>จากท่อ</p>",
                "--data",
                cli.data.toString(),
                "--as",
                "author",
                "item",
                "draft",
                "--category",
                "M023",
                "--title",
                "ก",
                "--until",
                "2099-12-31",
                "--body",
                "-");

        assertThat(result.code()).isEqualTo(ExitCode.DONE);
        assertThat(result.err()).isEmpty();
    }

    @Test
    void aBodyThatIsNotUtf8IsRefusedByItsName() {
        Path body = cli.file("body.html", "ประกาศ".getBytes(Charset.forName("TIS-620")));

        Result result = draft("--category", "M023", "--body", body.toString());

        assertThat(result.code()).isEqualTo(ExitCode.FINDING);
        assertThat(result.err()).contains("body.html", "UTF-8", "TIS-620");
    }

    @Test
    void aBodyAndAttachmentsThatAreNotThereAreNamed() {
        Result body = draft(
                "--category", "M023", "--body", folder.resolve("none.html").toString());
        Result attachments =
                draft("--category", "M023", "--attach", "/none/a.pdf", "--attach", folder.toString(), "--json");

        assertThat(body.code()).isEqualTo(ExitCode.FINDING);
        assertThat(body.err()).contains("none.html");
        assertThat(attachments.code()).isEqualTo(ExitCode.FINDING);
        assertThat(attachments.problem().get("problem").asText()).isEqualTo("INVALID_INPUT");
        assertThat(attachments.problem().get("findings")).hasSize(2);
    }

    @Test
    void anAttachmentThatIsNotWhatItsNameSaysIsRefused() {
        Path attachment = cli.file("a.pdf", "<html>");

        Result result = draft("--category", "M023", "--attach", attachment.toString());

        assertThat(result.code()).isEqualTo(ExitCode.FINDING);
        assertThat(result.err()).contains("a.pdf");
    }

    @Test
    void anOfficerWhomTheDirectoryDoesNotKnowMayDoNothing() {
        String id = cli.draft(NOW, "2026-11-30");

        Result draft = cli.run(
                "--as",
                "nobody",
                "item",
                "draft",
                "--category",
                "M023",
                "--title",
                "ก",
                "--body",
                folder.resolve("body.html").toString(),
                "--until",
                "2099-12-31");
        Result submit = cli.run("--as", "nobody", "item", "submit", id);

        assertThat(draft.code()).isEqualTo(ExitCode.FINDING);
        assertThat(draft.err()).contains("nobody");
        assertThat(submit.code()).isEqualTo(ExitCode.FINDING);
        assertThat(submit.err()).contains("nobody");
    }

    @Test
    void anItemThatIsNotThereIsNotFound() {
        Result result = cli.run("item", "show", "261122-0000000000", "--json");

        assertThat(result.code()).isEqualTo(ExitCode.FINDING);
        assertThat(result.problem().get("problem").asText()).isEqualTo("NOT_FOUND");
        assertThat(result.out()).isEmpty();
    }

    @Test
    void aDatabaseOfANewerSchemaIsRefusedAndLeftAlone() throws Exception {
        String url = "jdbc:h2:file:" + cli.data.resolve("db/prakat");
        try (Connection connection = DriverManager.getConnection(url, "prakat", "");
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "insert into prakat_schema_version (version, name) values (999, 'V999__of_a_later_program')");
        }

        Result result = cli.run("item", "list");

        assertThat(result.code()).isEqualTo(ExitCode.BROKEN);
        assertThat(result.err()).contains("newer", "999");
        assertThat(result.err().lines()).hasSize(1);
    }

    @Test
    void aSecondProcessOnTheSameLogIsToldToTakeAnotherNode() {
        Path log = cli.data.resolve("trafficlog/main");
        try (TrafficLog held =
                TrafficLog.open(TrafficLogSettings.of(log, "www.sso.example.go.th", InstantSource.system()))) {
            Result same = cli.run("sweep");
            Result other = cli.run("--node", "cron", "sweep");

            assertThat(held.size()).isNotNegative();
            assertThat(same.code()).isEqualTo(ExitCode.BROKEN);
            assertThat(same.err()).startsWith("prakat: บันทึกจราจรใช้ไม่ได้: ").contains("--node");
            assertThat(other.code()).isEqualTo(ExitCode.DONE);
        }
        assertThat(cli.run("sweep").code()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void aDatabaseThatIsNoDatabaseIsOneClearMessage() throws Exception {
        Files.writeString(cli.data.resolve("db/prakat.mv.db"), "this is no database");

        Result result = cli.run("item", "list");

        assertThat(result.code()).isEqualTo(ExitCode.BROKEN);
        assertThat(result.err()).contains("db/prakat").doesNotContain("\tat ");
    }

    private Result draft(String... more) {
        List<String> args = new ArrayList<>(List.of("--as", "author", "--now", NOW));
        args.addAll(List.of("item", "draft", "--title", "ก", "--until", "2099-12-31"));
        if (!List.of(more).contains("--body")) {
            args.addAll(List.of("--body", cli.file("b.html", "<p>ก</p>").toString()));
        }
        args.addAll(List.of(more));
        return cli.run(args.toArray(String[]::new));
    }
}
