package dev.prakat.cli;

import static org.assertj.core.api.Assertions.assertThat;

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

/** What the traffic log does beyond its own disk, from the command line. */
@Tag("S001-R30")
class LogSettingsTest {

    private static final String NOW = "2026-11-23T09:30";

    @TempDir
    private Path folder;

    private CommandLineRun cli;

    @BeforeEach
    void begin() {
        cli = new CommandLineRun(folder).begun();
    }

    @Test
    void theNewestCheckpointIsKeptElsewhereAndAnAuditorVerifiesWithIt() throws IOException {
        Path elsewhere = Files.createDirectories(folder.resolve("share"));
        assertThat(cli.run("log", "settings").out()).contains("ไม่ได้ส่งสิ่งใดออกนอกเครื่อง");
        cli.done("log", "settings", "--checkpoints", elsewhere.toString());
        cli.draft("2026-11-23T09:00", "2026-11-30");

        List<Path> kept;
        try (var files = Files.list(elsewhere)) {
            kept = files.toList();
        }
        assertThat(kept).hasSize(1);
        assertThat(cli.run("log", "verify", "--kept", kept.get(0).toString()).code())
                .isEqualTo(ExitCode.DONE);
        assertThat(cli.run("log", "settings", "--json")
                        .json()
                        .get("checkpoints")
                        .asText())
                .isEqualTo(elsewhere.toString());
        cli.done("log", "settings", "--checkpoints", "");
        assertThat(cli.run("log", "settings").out()).contains("ไม่ได้ส่งสิ่งใดออกนอกเครื่อง");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceAndNothingIsKept() {
        Result wrong = cli.run("log", "settings", "--syslog", "log.example.go.th:port");

        assertThat(wrong.code()).isEqualTo(ExitCode.FINDING);
        assertThat(wrong.err()).contains("expected HOST or HOST:PORT", "found 'syslog' without it, expected both");
        assertThat(cli.data.resolve("log.properties")).doesNotExist();
    }

    @Test
    void anAuthorityStampsTheCheckpointsAndIsBelievedByItsCertificates() throws IOException {
        Result wrong = cli.run("log", "settings", "--time-stamps", "tsa.example.go.th");
        assertThat(wrong.code()).isEqualTo(ExitCode.FINDING);
        assertThat(wrong.err()).contains("expected http://HOST", "found 'time-stamps' without it, expected both");
        Path pem = Files.writeString(folder.resolve("tsa.pem"), "no certificate");
        cli.done(
                "log",
                "settings",
                "--time-stamps",
                "https://tsa.invalid/",
                "--time-stamps-authorities",
                pem.toString());
        assertThat(cli.run("log", "settings").out()).contains("time-stamps = https://tsa.invalid/");
        cli.draft("2026-11-23T09:00", "2026-11-30");
        Result unreadable = cli.run("log", "verify", "--time-stamps", pem.toString());
        assertThat(unreadable.code()).as("nothing is held up by it").isEqualTo(ExitCode.BROKEN);
        assertThat(unreadable.err()).contains("tsa.pem");
        assertThat(cli.run("log", "verify").code()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void aPkcs12FileWrapsTheKeysOfTheLogAndIsExchanged() throws IOException {
        Path keys = folder.resolve("wrapping.p12");
        Path password = Files.writeString(folder.resolve("password"), "eight-letters\n");
        cli.draft("2026-11-23T09:00", "2026-11-30");

        Result made = cli.run(key("new", "--file", keys.toString(), "--password-file", password.toString()));
        assertThat(made.code()).as(made.err()).isEqualTo(ExitCode.DONE);
        assertThat(keys).exists();
        cli.draft("2026-11-23T10:00", "2026-11-30");
        Result rotated = cli.run(key("rotate", "--json"));
        assertThat(rotated.code()).as(rotated.err()).isEqualTo(ExitCode.DONE);
        assertThat(rotated.json().get("keys")).hasSize(2);
        assertThat(rotated.json().get("wrapped").asInt()).isPositive();
        cli.draft("2026-11-23T11:00", "2026-11-30");
        assertThat(cli.run("log", "verify").code()).isEqualTo(ExitCode.DONE);

        Files.move(keys, folder.resolve("lost.p12"));
        Result without = cli.run("--as", "author", "--now", NOW, "log", "show");
        assertThat(without.code()).isNotEqualTo(ExitCode.DONE);
        assertThat(without.err()).contains("wrapping.p12");
        assertThat(cli.run("log", "verify").code())
                .as("whoever only verifies needs no key")
                .isEqualTo(ExitCode.DONE);
    }

    @Test
    void whatStoppedBetweenTwoLogsIsRepeated() throws IOException {
        Path password = Files.writeString(folder.resolve("password"), "eight-letters");
        String[] command =
                key("new", "--file", folder.resolve("wrapping.p12").toString(), "--password-file", password.toString());
        cli.draft("2026-11-23T09:00", "2026-11-30");
        cli.draft("2026-11-23T09:10", "2026-11-30", "--node", "second");
        Path second = cli.data.resolve("trafficlog/second/vkey");
        String vkey = Files.readString(second);
        Files.writeString(second, "no key");

        assertThat(cli.run(command).code()).isEqualTo(ExitCode.BROKEN);
        assertThat(cli.data.resolve("trafficlog/main/keys/local")).doesNotExist();
        Files.writeString(second, vkey);
        Result again = cli.run(command);

        assertThat(again.code()).as(again.err()).isEqualTo(ExitCode.DONE);
        cli.draft("2026-11-23T09:40", "2026-11-30");
        cli.draft("2026-11-23T09:50", "2026-11-30", "--node", "second");
        assertThat(cli.data.resolve("trafficlog/second/keys/local")).doesNotExist();
    }

    private static String[] key(String... command) {
        List<String> all = new ArrayList<>(List.of("--as", "author", "--now", NOW, "log", "key"));
        all.addAll(List.of(command));
        return all.toArray(String[]::new);
    }
}
