package dev.prakat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.cli.CommandLineRun.Result;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Scanner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The site can be looked at on this machine. */
class SiteServeTest {

    private static final String NOW = "2026-11-23T09:00";

    @TempDir
    private Path folder;

    @Test
    void verifyingFindsWhatSomebodyChanged() throws Exception {
        CommandLineRun cli = new CommandLineRun(folder).begun();
        String id = published(cli);
        assertThat(cli.done("--lang", "en", "site", "verify").out()).contains("0 findings");
        Path page = cli.data.resolve("site/d/" + id + "/index.html");
        Files.writeString(page, Files.readString(page).replace("ประกาศทดสอบ", "ประกาศปลอม"));

        Result found = cli.run("site", "verify", "--json");
        assertThat(found.code()).isEqualTo(1);
        assertThat(found.out()).contains("MODIFIED", "d/" + id + "/index.html");
        assertThat(cli.done("--lang", "en", "site", "verify", "--repair").out()).contains("0 findings");
        assertThat(Files.readString(page)).contains("ประกาศทดสอบ");
        assertThat(cli.done("--lang", "en", "site", "rebuild").out()).contains("1 items, 0 files written, 0 removed");
    }

    @Test
    void aThemeIsTakenOverForTheWholeSiteAndABadOneLeftAlone() throws Exception {
        CommandLineRun cli = new CommandLineRun(folder).begun();
        String id = published(cli);
        Path theme = Files.createDirectories(folder.resolve("theme"));
        Files.writeString(theme.resolve("messages_th.properties"), "homeHeading=ข่าวของหน่วยงานตัวอย่าง\n");
        Path home = cli.data.resolve("site/index.html");

        cli.done("site", "rebuild", "--theme", theme.toString());
        assertThat(Files.readString(home)).contains("ข่าวของหน่วยงานตัวอย่าง");
        Files.writeString(theme.resolve("entries.mustache"), "{{#entries}}{{{title}}}{{/entries}}");
        Files.writeString(theme.resolve("home.html"), "");
        Result refused = cli.run("--lang", "en", "site", "rebuild", "--theme", theme.toString());
        assertThat(refused.code()).isNotZero();
        assertThat(refused.err()).contains("entries.mustache:1", "{{{title}}}", "data-prakat", "home.html");
        cli.done("site", "rebuild");
        assertThat(Files.readString(home)).contains("ข่าวของหน่วยงานตัวอย่าง");
    }

    @Test
    void theDataSetsOfACategoryAreInTheCatalogueUntilToldOtherwise() throws Exception {
        CommandLineRun cli = new CommandLineRun(folder).begun();
        String id = published(cli);
        Path catalogue = cli.data.resolve("site/catalog.jsonld");
        Path part = cli.data.resolve("site/catalog/2569-11.jsonld");
        assertThat(catalogue).doesNotExist();

        cli.done("site", "rebuild", "--data-sets", "M023,M037");
        assertThat(Files.readString(catalogue)).contains("catalog/2569-11.jsonld");
        assertThat(Files.readString(part)).contains(id, "ประกาศทดสอบ");
        cli.done("site", "rebuild");
        assertThat(part).exists();
        for (String unknown : new String[] {"../up", "none-such"}) {
            Result refused = cli.run("--lang", "en", "site", "rebuild", "--data-sets", "M023," + unknown);
            assertThat(refused.code()).isNotZero();
            assertThat(refused.err()).contains(unknown);
            assertThat(part).exists();
        }
        cli.done("site", "rebuild", "--data-sets", "");
        assertThat(catalogue).doesNotExist();
        assertThat(part).doesNotExist();
    }

    @Test
    void aFolderOfOthersIsTakenOverOnlyWhenToldSo() throws Exception {
        CommandLineRun cli = new CommandLineRun(folder).begun();
        Path theirs = Files.createDirectories(cli.data.resolve("site")).resolve("index.html");
        Files.writeString(theirs, "theirs");

        Result refused = cli.run("site", "rebuild");
        assertThat(refused.code()).isNotZero();
        assertThat(refused.err()).contains("--adopt");
        assertThat(theirs).hasContent("theirs");
        cli.done("site", "rebuild", "--adopt");
        assertThat(Files.readString(theirs)).contains("prakat:site:1");
    }

    @Test
    void servesTheSiteUntilItIsInterrupted() throws Exception {
        CommandLineRun cli = new CommandLineRun(folder).begun();
        String id = published(cli);
        PipedInputStream said = new PipedInputStream();
        Terminal terminal = new Terminal(
                InputStream.nullInputStream(),
                Terminal.writer(new PipedOutputStream(said)),
                Terminal.writer(OutputStream.nullOutputStream()),
                false);
        Thread server = new Thread(() -> PrakatCommand.run(
                List.of("--data", cli.data.toString(), "--lang", "en", "site", "serve", "--port", "0"), terminal));

        server.start();
        try (Scanner lines = new Scanner(said, StandardCharsets.UTF_8)) {
            String address = lines.nextLine().replaceFirst(".*(http://[0-9.:]+/).*", "$1");
            HttpResponse<String> page = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(address + "d/" + id + "/"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("ประกาศทดสอบ");
        } finally {
            server.interrupt();
            server.join();
        }
    }

    @Test
    void aSiteThatIsNotThereYetIsNotFound() {
        Result result = new CommandLineRun(folder).run("site", "serve");

        assertThat(result.code()).isEqualTo(ExitCode.FINDING);
        assertThat(result.err()).contains("sweep");
    }

    /** The key of an item that is public. */
    private static String published(CommandLineRun cli) {
        String id = cli.draft(NOW, "2026-11-30", "--submit");
        cli.done("--as", "director", "--now", NOW, "item", "decide", id, "--approve");
        cli.done("--now", NOW, "sweep");
        return id;
    }
}
