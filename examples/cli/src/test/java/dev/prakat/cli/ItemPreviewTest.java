package dev.prakat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.prakat.cli.CommandLineRun.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An approver opens the page in a browser before it is public, and later finds the very same bytes on the site. */
@Tag("S001-R09")
class ItemPreviewTest {

    private static final String MONDAY = "2026-11-23T09:00";
    private static final String THURSDAY = "2026-11-26T15:30";

    @TempDir
    private Path folder;

    @Test
    void theFilesOfThePreviewAreTheFilesOfTheSiteDaysLater() throws Exception {
        CommandLineRun cli = new CommandLineRun(folder).begun();
        Random random = new Random(2569);
        for (int i = 0; i < 5; i++) {
            Path attachment = cli.file("เอกสาร" + i + ".txt", "เอกสารแนบ " + random.nextLong());
            String body = cli.file("body" + i + ".html", "<h2>หัวข้อ</h2><p>" + random.nextLong() + "</p>")
                    .toString();
            String id = cli.draft(MONDAY, "30 พฤศจิกายน 2569", "--body", body, "--attach", attachment.toString());
            Path out = folder.resolve("look" + i);

            JsonNode shown = preview(cli, MONDAY, id, "--out", out.toString(), "--json");
            cli.done("--as", "author", "--now", MONDAY, "item", "submit", id);
            cli.done("--as", "director", "--now", THURSDAY, "item", "decide", id, "--approve");
            cli.done("--now", THURSDAY, "sweep");

            JsonNode pages = shown.get("targets").get(0).get("pages");
            assertThat(pages.findValuesAsText("kind"))
                    .as("what the page loads, the style sheet and its fonts, then the file and the page")
                    .startsWith("STYLE")
                    .endsWith("ATTACHMENT", "PAGE");
            for (JsonNode page : pages) {
                Path file = Path.of(page.get("file").asText());
                Path published =
                        cli.data.resolve("site").resolve(out.resolve("www").relativize(file));
                assertThat(published).hasSameBinaryContentAs(file);
                assertThat(file).hasDigest("SHA-256", page.get("sha256").asText());
                assertThat(Files.size(file)).isEqualTo(page.get("bytes").asLong());
            }
            assertThat(cli.done("item", "show", id, "--json").out())
                    .contains(pages.get(pages.size() - 1).get("address").asText());
        }
    }

    @Test
    void aPersonIsToldTheHashesAndWhichFileToOpen() {
        CommandLineRun cli = new CommandLineRun(folder).begun();
        String id = cli.draft(MONDAY, "30 พฤศจิกายน 2569");
        Path out = folder.resolve("look");

        Result thai = cli.done(
                "--as", "director", "--now", MONDAY, "item", "preview", id, "--target", "www", "--out", out.toString());
        Result english = cli.done("--lang", "en", "--as", "director", "--now", MONDAY, "item", "preview", id);

        assertThat(thai.out())
                .contains("จะเผยแพร่ดังนี้", "เปิดด้วยเบราว์เซอร์: " + out.resolve("www/d/" + id + "/index.html"))
                .containsPattern("[0-9a-f]{64}  หน้าเว็บ  http://localhost:8069/d/" + id + "/");
        assertThat(english.out()).contains("style sheet").doesNotContain("Open in a browser");
        assertThat(cli.data.resolve("site"))
                .as("nothing is published by looking")
                .doesNotExist();
    }

    @Test
    void aStrangerAFullFolderAndAnotherTargetAreRefused() {
        CommandLineRun cli = new CommandLineRun(folder).begun();
        String id = cli.draft(MONDAY, "30 พฤศจิกายน 2569");

        Result stranger = cli.run("--as", "nobody", "--now", MONDAY, "item", "preview", id);
        Result full = cli.run("--as", "director", "--now", MONDAY, "item", "preview", id, "--out", cli.data.toString());
        Result elsewhere = cli.run("--as", "director", "--now", MONDAY, "item", "preview", id, "--target", "intranet");
        Result missing = cli.run("--as", "director", "--now", MONDAY, "item", "preview", "261123-0000000000");

        assertThat(stranger.code()).isEqualTo(ExitCode.FINDING);
        assertThat(stranger.err()).contains("nobody may not preview item " + id);
        assertThat(full.code()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(full.err()).contains("--out", "empty or a new folder");
        assertThat(elsewhere.code()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(elsewhere.err()).contains("intranet", "[www]");
        assertThat(missing.code()).isEqualTo(ExitCode.FINDING);
    }

    @Test
    void anAttachmentThatIsNotTheDraftedOneIsNoticedWhileLooking() throws Exception {
        CommandLineRun cli = new CommandLineRun(folder).begun();
        Path attachment = cli.file("เอกสาร.txt", "เอกสารแนบ");
        String id = cli.draft(MONDAY, "30 พฤศจิกายน 2569", "--attach", attachment.toString());
        try (Stream<Path> kept = Files.walk(cli.data.resolve("attachments"))) {
            for (Path file : kept.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
                Files.writeString(file, "อย่างอื่น");
            }
        }

        Result result = cli.run(
                "--as",
                "director",
                "--now",
                MONDAY,
                "item",
                "preview",
                id,
                "--out",
                folder.resolve("look").toString());

        assertThat(result.code()).isEqualTo(ExitCode.BROKEN);
        assertThat(result.err()).contains("restore the attachment store");
    }

    private static JsonNode preview(CommandLineRun cli, String now, String id, String... more) {
        Stream<String> args = Stream.of("--as", "director", "--now", now, "item", "preview", id);
        return cli.done(Stream.concat(args, Stream.of(more)).toArray(String[]::new))
                .json();
    }
}
