package dev.prakat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.prakat.cli.CommandLineRun.Result;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was decided can be read, and whether the tables agree can be asked, from a script. */
@Tag("S001-R30")
class JournalCommandsTest {

    private static final String MONDAY = "2026-11-23T09:00";

    @TempDir
    private Path folder;

    private CommandLineRun cli;
    private String id;

    @BeforeEach
    void decide() {
        cli = new CommandLineRun(folder).begun();
        id = cli.draft(MONDAY, "2026-11-30");
        cli.done("--as", "author", "--now", MONDAY, "item", "submit", id);
        cli.done("--as", "director", "--now", MONDAY, "item", "decide", id, "--refuse", "--reason", "ไม่ครบ\nขอแก้ไข");
    }

    @Test
    void showPrintsALineForEachEvent() {
        String[] lines = cli.done("--lang", "en", "journal", "show", id).out().split("\\R");

        assertThat(lines[0])
                .startsWith("1  23 November 2026 09:00 (+07:00)  author  item.drafted  ")
                .contains("category=");
        assertThat(lines).hasSize(4).allMatch(line -> line.matches("\\d  .*"));
        assertThat(lines[lines.length - 2]).contains("director  item.decided").contains("reason=ไม่ครบ / ขอแก้ไข");
        assertThat(cli.done("journal", "show", id).out()).contains("23 พฤศจิกายน 2569");
    }

    @Test
    void showGivesEveryPartOfAnEventToAMachine() {
        JsonNode events = cli.done("journal", "show", id, "--json").json();

        assertThat(events).hasSize(4);
        assertThat(events.get(0).get("position").asInt()).isEqualTo(1);
        assertThat(events.get(0).get("at").asText()).isEqualTo("2026-11-23T02:00:00Z");
        assertThat(events.get(0).get("hash").asText()).hasSize(64);
        assertThat(events.get(2).get("details").get("reason").asText()).isEqualTo("ไม่ครบ\nขอแก้ไข");
    }

    @Test
    void replayIsSoundAndTellsWhatTheEventsTell() {
        assertThat(cli.done("--lang", "en", "journal", "replay", "--check")
                        .out()
                        .strip())
                .isEqualTo("Sound. Items: 1, events: 4; the tables say what the events say");
        assertThat(cli.done("journal", "replay", id).out())
                .contains("item.state = DRAFT")
                .contains("ถูกต้อง");
        JsonNode answer = cli.done("journal", "replay", "--check", "--json").json();
        assertThat(answer.get("sound").asBoolean()).isTrue();
        assertThat(answer.get("events").asInt()).isEqualTo(4);
        assertThat(answer.get("facts")).isEmpty();
    }

    @Test
    void replayNamesEveryDifferenceAndEndsWithAFinding() throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection("jdbc:h2:file:" + database() + ";AUTO_SERVER=TRUE", "prakat", "");
                Statement statement = connection.createStatement()) {
            statement.execute("update prakat_item set owner_unit = 'กค.'");
            statement.execute("delete from prakat_event where position = 2");
        }

        Result text = cli.run("--lang", "en", "journal", "replay", "--check");
        Result json = cli.run("journal", "replay", "--check", id, "--json");

        assertThat(text.code()).isEqualTo(ExitCode.FINDING);
        assertThat(text.out())
                .contains(id + ": event 2 is missing")
                .contains(id + ": item.ownerUnit: the events say ศสน., the tables say กค.");
        // The event that is gone began the case: each fact of the case is missed too.
        assertThat(text.out()).contains("/1 status: the events say nothing, the tables say REFUSED");
        assertThat(text.out().strip()).matches("(?s).*differences: \\d{2}");
        assertThat(json.code()).isEqualTo(ExitCode.FINDING);
        assertThat(json.json().get("sound").asBoolean()).isFalse();
        assertThat(json.json().get("differences").get(0).get("kind").asText()).isEqualTo("EVENT_MISSING");
    }

    @Test
    void anItemThatIsNotThereIsAFinding() {
        for (String[] command : new String[][] {
            {"journal", "show", "none"}, {"journal", "replay", "none"}, {"journal", "replay", "--check", "none"}
        }) {
            Result result = cli.run(command);
            assertThat(result.code()).isEqualTo(ExitCode.FINDING);
            assertThat(result.err()).contains("item none: the journal has no event of it");
        }
    }

    @Test
    void replayWithoutAnItemAndWithoutCheckIsWrongUse() {
        assertThat(cli.run("journal", "replay").code()).isEqualTo(ExitCode.WRONG_USE);
    }

    private Path database() {
        return cli.data.resolve("db").resolve("prakat");
    }
}
