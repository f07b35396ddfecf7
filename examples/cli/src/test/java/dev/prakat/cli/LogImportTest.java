package dev.prakat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.prakat.cli.CommandLineRun.Result;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The access log of the web server, taken over from the command line. */
class LogImportTest extends WrittenLog {

    private static final String NOW = "2026-11-23T10:00";
    private static final String LINES =
            "203.0.113.7 - - [22/Nov/2026:12:00:01 +0700] \"GET /ข่าว?q=1 HTTP/1.1\" 200 5120 \"-\" \"agent\"\n"
                    + "2001:db8::42 - - [22/Nov/2026:12:00:02 +0700] \"GET /a HTTP/1.1\" 404 10 \"-\" \"agent\"\n";

    @Test
    void aFileIsTakenOverOnceIntoALogOfItsOwnNode() {
        Path file = cli.file("access.log", LINES);
        JsonNode first = load(file, "--json").json();
        assertThat(first.get("imported").asInt()).isEqualTo(2);
        Result again = load(file);
        assertThat(again.code()).as(again.err()).isEqualTo(ExitCode.DONE);
        assertThat(again.out()).contains("นำเข้า 0 จาก 2 บรรทัด");
        assertThat(cli.done("--node", "web", "log", "verify").out()).startsWith("SOUND");
        Result shown = cli.done(
                "--as",
                "director",
                "--now",
                NOW,
                "--node",
                "audit",
                "log",
                "show",
                "--from",
                "2026-11-22",
                "--to",
                "2026-11-22");
        assertThat(shown.out())
                .contains("2026-11-22T05:00:01Z  web#1  http.in/single  GET  -  /ข่าว  ok  na:not-given")
                .doesNotContain("203.0.113.7");
    }

    @Test
    void aLineThatCannotBeReadIsToldWithItsNumber() {
        Result result = load(cli.file(
                "access.log", LINES + "rubbish\n" + LINES.replace("/a", "/b").strip()));
        assertThat(result.code()).isEqualTo(ExitCode.FINDING);
        assertThat(result.err()).contains("บรรทัดที่ 3 ไม่ได้นำเข้า: found ", " -> ดูบรรทัดนี้ในแฟ้ม");
        assertThat(result.out()).contains("นำเข้า 3 จาก 4 บรรทัด").contains("จบกลางบรรทัด");
    }

    @Test
    void theOtherLanguageSaysWhatToDoNextToo() {
        Result result = load(cli.file("access.log", LINES.replace("/2026", "/2036")), "--lang", "en");
        assertThat(result.err()).contains("Line 2 was not imported: found ", " -> compare the clocks");
    }

    @Test
    void aFileThatIsNotThereIsAFinding() {
        Result result = load(folder.resolve("none.log"));
        assertThat(result.code()).isEqualTo(ExitCode.FINDING);
        assertThat(result.err()).contains("none.log");
    }

    private Result load(Path file, String... more) {
        String[] args = {"--as", "director", "--now", NOW, "--node", "web", "log", "import", "--file", file.toString()};
        String[] all = Arrays.copyOf(args, args.length + more.length);
        System.arraycopy(more, 0, all, args.length, more.length);
        return cli.run(all);
    }
}
