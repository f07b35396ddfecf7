package dev.prakat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.prakat.cli.CommandLineRun.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Somebody reads the log, or takes a part of it away. */
class LogReadingTest extends WrittenLog {

    private static final String NOW = "2026-11-23T10:00";

    @Test
    void anAuditorReadsAsANodeOfHisOwnAndThatIsARecordThere() {
        String[] show = {
            "--as", "director", "--now", NOW, "--node", "audit", "log", "show", "--user", "author", "--json"
        };
        JsonNode shown = cli.done(show).json();
        assertThat(shown.size()).isPositive();
        assertThat(shown).allMatch(each -> each.get("log").asText().contains("/tlog/main/"));
        assertThat(shown.get(0).get("personal").size()).isZero();
        JsonNode own = cli.done(
                        "--as",
                        "director",
                        "--now",
                        NOW,
                        "--node",
                        "audit",
                        "log",
                        "show",
                        "--user",
                        "director",
                        "--json")
                .json();
        assertThat(own.get(0).get("elements").get("kind").asText()).isEqualTo("log.read");
        assertThat(cli.done("--as", "director", "--now", NOW, "log", "show", "--from", "2026-11-24")
                        .out())
                .startsWith("0 ");
    }

    @Test
    void personalPartsAreOpenedToWhomTheOrderNames() throws IOException {
        String[] show = {"--as", "director", "--now", NOW, "log", "show", "--open", "ดศ 0101/1", "--json"};
        Result refused = cli.run(show);
        assertThat(refused.code()).isEqualTo(ExitCode.FINDING);
        assertThat(refused.out()).isEmpty();
        Files.writeString(cli.data.resolve("log-openers.txt"), "director\n");
        JsonNode shown = cli.done(show).json();
        assertThat(shown.get(0).get("personal").get("who.id").asText()).isNotEmpty();
    }

    @Test
    void anExportIsCheckedWithNothingElse() throws IOException {
        String vkey = Files.readString(cli.data.resolve("trafficlog/main/vkey")).strip();
        Path out = folder.resolve("export");
        cli.done(
                "--as",
                "director",
                "--now",
                NOW,
                "log",
                "export",
                "--order",
                "ดศ 0101/1",
                "--format",
                "csv",
                "--out",
                out.toString());
        assertThat(out.resolve("records.csv")).exists();
        assertThat(cli.done("log", "verify", out.toString(), "--vkey", vkey).out())
                .startsWith("SOUND");
        Files.writeString(out.resolve("records.csv"), Files.readString(out.resolve("records.csv")) + "x");
        assertThat(cli.run("log", "verify", out.toString(), "--vkey", vkey).code())
                .isEqualTo(ExitCode.FINDING);
        Result again = cli.run("--as", "director", "log", "export", "--order", "1", "--out", out.toString());
        assertThat(again.code()).isEqualTo(ExitCode.FINDING);
    }
}
