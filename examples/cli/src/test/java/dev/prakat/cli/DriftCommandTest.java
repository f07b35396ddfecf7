package dev.prakat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An administrator looks after the website from the command line. */
class DriftCommandTest {

    private static final String MONDAY = "2026-11-23T09:00+07:00";
    private static final String TUESDAY = "2026-11-24T09:00+07:00";
    private static final String OVER = "2026-12-01T00:00:07+07:00";

    @TempDir
    Path folder;

    @Test
    @Tag("AT-40")
    void aDryRunTellsWhatTheSweepThenDoesAndHealthHowLateItWas() {
        CommandLineRun cli = new CommandLineRun(folder).begun();
        String id = published(cli);

        assertThat(cli.done("--now", MONDAY, "sweep", "--dry-run", "--json").json())
                .isEmpty();
        JsonNode due = cli.done("--now", OVER, "sweep", "--dry-run", "--json").json();
        assertThat(due).hasSize(1);
        assertThat(due.get(0).get("decision").asText()).isEqualTo("TAKE_DOWN:GONE");
        assertThat(cli.read("site/d/" + id + "/index.html")).contains(":present:");

        assertThat(cli.done("--now", OVER, "sweep", "--json")
                        .json()
                        .get("takenDown")
                        .asInt())
                .isEqualTo(1);
        JsonNode health = cli.done("--now", OVER, "health", "--json").json();
        assertThat(health.get("targets").get(0).get("p95Millis").asLong()).isEqualTo(7000);
        assertThat(cli.done("--lang", "en", "--now", OVER, "health").out())
                .contains("www: the newest 1 removals were proven late by 7 s (half)");
    }

    @Test
    void placementsAreListedAndShownWithWhatWasSeen() {
        CommandLineRun cli = new CommandLineRun(folder).begun();
        String id = published(cli);

        assertThat(cli.done("placement", "list").out()).contains(id + "@www");
        assertThat(cli.done("placement", "list", "--state", "DEAD,FAILED", "--lang", "en")
                        .out())
                .contains("There are no such placements");
        JsonNode shown = cli.done("placement", "show", id, "--json").json().get(0);
        assertThat(shown.get("closes").asText()).isEqualTo("2026-11-30T17:00:00Z");
        assertThat(shown.get("placement").get("state").asText()).isEqualTo("LIVE_PROVEN");
        assertThat(cli.done("placement", "show", id + "@www").out()).contains("PAGE", "PRESENT");
    }

    @Test
    void whatAnAdministratorChangedByHandIsFoundAndMadeRight() throws Exception {
        CommandLineRun cli = new CommandLineRun(folder).begun();
        String id = published(cli);
        Path page = cli.data.resolve("site/d/" + id + "/index.html");
        assertThat(cli.done("--now", TUESDAY, "drift").out()).contains("www");
        Files.writeString(page, Files.readString(page).replace("</body>", "<p>เพิ่มเอง</p></body>"));

        JsonNode found = cli.found("--now", TUESDAY, "drift", "--json").json();
        assertThat(found.findValuesAsText("drift"))
                .as("the page has two addresses, with and without index.html")
                .containsExactly("ALTERED", "ALTERED");
        assertThat(cli.found("drift", "--known", "--lang", "en").out())
                .contains("something else is public in its place");
        assertThat(cli.found("--now", TUESDAY, "health", "--lang", "en").out()).contains("not as proven 2");

        cli.found("--as", "author", "--now", TUESDAY, "drift", "--repair");
        cli.done("--now", TUESDAY, "sweep");
        assertThat(Files.readString(page)).doesNotContain("เพิ่มเอง");
        cli.done("--now", TUESDAY, "drift");
    }

    @Test
    void aWebsiteThatThereIsNotIsNotCalledWell() {
        CommandLineRun cli = new CommandLineRun(folder).begun();
        assertThat(cli.found("drift", "--known", "--target", "wwww").err())
                .contains("target 'wwww'", "configured are [www]");
    }

    private static String published(CommandLineRun cli) {
        String id = cli.draft(MONDAY, "2026-11-30", "--submit");
        cli.done("--as", "director", "--now", MONDAY, "item", "decide", id, "--approve");
        cli.done("--now", MONDAY, "sweep");
        return id;
    }
}
