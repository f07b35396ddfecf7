package dev.prakat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.prakat.cli.CommandLineRun.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an officer hands to a stranger of one item, and what the stranger can check of it. */
class ItemCertificateTest {

    private static final String MONDAY = "2026-11-23T09:00";

    @TempDir
    private Path folder;

    @Test
    void aCertificateTellsWhatWasSeenAndAStrangerChecksEachStep() throws Exception {
        CommandLineRun cli = new CommandLineRun(folder).begun();
        String id = live(cli);
        cli.done("--now", "2026-12-01T00:00:05", "sweep");
        Path json = folder.resolve("certificate.json");
        Path html = folder.resolve("certificate.html");

        Result written = cli.done("item", "certificate", id, "--out", json.toString(), "--json");
        cli.done("item", "certificate", id, "--out", html.toString());

        JsonNode certificate = new ObjectMapper().readTree(json.toFile());
        assertThat(certificate.get("proven").asBoolean()).isTrue();
        assertThat(certificate.get("acts").findValuesAsText("outcome")).contains("APPROVE");
        assertThat(Files.readString(json)).doesNotContain("director", "author");
        assertThat(Files.readString(html))
                .as("officers are pseudonyms in the records and must not be named beside them")
                .doesNotContain("director", "author");
        JsonNode placement = certificate.get("placements").get(0);
        assertThat(placement.get("state").asText()).isEqualTo("REMOVAL_PROVEN");
        assertThat(placement.get("removalLatenessMillis").asLong()).isEqualTo(5000);
        assertThat(placement.get("addresses").findValuesAsText("address"))
                .contains("http://localhost:8069/d/" + id + "/");
        List<String> types = certificate.get("steps").findValuesAsText("type");
        assertThat(types).contains("item.approved", "placement.published", "placement.taken-down");
        assertThat(written.json().get("proven").asInt()).isEqualTo(types.size());
        assertThat(Files.readString(html)).contains("หนังสือรับรอง", "ประกาศทดสอบ", "c2sp.org/tlog-proof@v1");

        JsonNode step = certificate.get("steps").get(types.indexOf("placement.taken-down"));
        Path proof = cli.file("step.tlog-proof", step.get("proof").asText());
        String key = step.get("key").asText();
        Path record = cli.file("step.json", step.get("record").asText());
        Path other = cli.file("other.json", step.get("record").asText().replace("\"", "'"));
        assertThat(check(cli, proof, record, key)).isEqualTo(ExitCode.DONE);
        assertThat(check(cli, proof, other, key)).isEqualTo(ExitCode.FINDING);
    }

    @Test
    void whatWasNeverApprovedHasNoCertificateAndNoFileIsOverwritten() {
        CommandLineRun cli = new CommandLineRun(folder).begun();
        String id = cli.draft(MONDAY, "2026-11-30");
        Path kept = cli.file("kept.html", "kept");

        Result never = cli.run(
                "item", "certificate", id, "--out", folder.resolve("new.html").toString());
        Result over = cli.run("item", "certificate", id, "--out", kept.toString());
        Result form = cli.run(
                "item", "certificate", id, "--out", folder.resolve("new.pdf").toString());

        assertThat(never.code()).isEqualTo(ExitCode.FINDING);
        assertThat(never.err()).contains("nothing of it was ever approved");
        assertThat(folder.resolve("new.html")).doesNotExist();
        assertThat(over.code()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(kept).hasContent("kept");
        assertThat(form.code()).isEqualTo(ExitCode.WRONG_USE);
    }

    @Test
    void theTitleOfWhatVanishedIsNotPrintedAndALogThatIsMissingIsNamed() throws Exception {
        CommandLineRun cli = new CommandLineRun(folder).begun();
        String id = live(cli);
        cli.done(
                "--as",
                "author",
                "--now",
                MONDAY,
                "item",
                "withdraw",
                id,
                "--reason",
                "ผิด",
                "--because",
                "PDPA_REQUEST",
                "--kind",
                "VANISH");
        cli.done("--now", MONDAY, "sweep", "--node", "second");
        Path html = folder.resolve("certificate.html");

        Result partly = cli.run(
                "item",
                "certificate",
                id,
                "--out",
                html.toString(),
                "--log",
                cli.data.resolve("trafficlog/main").toString());

        assertThat(partly.code()).isEqualTo(ExitCode.FINDING);
        assertThat(Files.readString(html)).contains("its folder was not given").doesNotContain("ประกาศทดสอบ");
    }

    @Test
    void aNewerRevisionThatNobodyApprovedIsNamedAndNotCertified() throws Exception {
        CommandLineRun cli = new CommandLineRun(folder).begun();
        String id = live(cli);
        Path body = cli.file("next.html", "<p>เนื้อหาใหม่</p>");
        String revise = "--as author --now " + MONDAY + " item revise " + id
                + " --category M023 --until 2026-11-30 --based-on 1 --title ฉบับร่างใหม่ --body ";
        cli.done((revise + body).split(" "));
        Path html = folder.resolve("certificate.html");

        cli.done("item", "certificate", id, "--out", html.toString());

        assertThat(Files.readString(html))
                .contains("ประกาศทดสอบ", "A newer revision is not approved and not certified here: revision 2 (DRAFT)")
                .doesNotContain("ฉบับร่างใหม่");
    }

    private static String live(CommandLineRun cli) {
        String id = cli.draft(MONDAY, "2026-11-30", "--submit");
        cli.done("--as", "director", "--now", MONDAY, "item", "decide", id, "--approve");
        cli.done("--now", MONDAY, "sweep");
        return id;
    }

    private static int check(CommandLineRun cli, Path proof, Path record, String key) {
        return cli.run("log", "check", proof.toString(), "--record", record.toString(), "--vkey", key)
                .code();
    }
}
