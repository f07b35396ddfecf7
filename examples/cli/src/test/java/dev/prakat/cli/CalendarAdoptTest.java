package dev.prakat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.cli.CommandLineRun.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A holiday that was set late reaches what is already running. */
class CalendarAdoptTest {

    private static final String HEAD = "date,be_year,weekday,name_th,name_en,kind,scope,confidence,note\n";

    @TempDir
    private Path folder;

    @Test
    @Tag("AT-13")
    void adoptCountsOpenDeadlinesAgain() throws Exception {
        CommandLineRun cli = new CommandLineRun(folder).begun();
        String id = cli.draft("2026-11-22T09:00", "2026-12-31", "--from", "2026-12-20");
        cli.run("--as", "author", "--now", "2026-11-23T09:00", "item", "submit", id);
        cli.run("--as", "director", "--now", "2026-11-23T10:00", "item", "decide", id, "--approve");
        Path own = Files.writeString(
                folder.resolve("own.csv"),
                HEAD
                        + "2026-11-26,2569,Thu,วันหยุดราชการเพิ่มเป็นกรณีพิเศษ,Special Cabinet holiday,SPECIAL,NATIONAL,high,invented\n");

        Result adopted = cli.run("--as", "director", "calendar", "adopt", own.toString());

        assertThat(adopted.code()).as(adopted.err()).isEqualTo(ExitCode.DONE);
        assertThat(adopted.out()).contains("1");
        assertThat(cli.run("--json", "item", "show", id).out()).contains("2026-11-27T16:59:59.999Z");
    }

    @Test
    void aFileWithMistakesIsRefusedWithEveryFindingAndChangesNothing() throws Exception {
        CommandLineRun cli = new CommandLineRun(folder).begun();
        Path own =
                Files.writeString(folder.resolve("own.csv"), HEAD + "2026-13-45,2569,Thu,x,x,SPECIAL,NATIONAL,high,\n");

        Result refused = cli.run("--as", "director", "calendar", "adopt", own.toString());

        assertThat(refused.code()).isEqualTo(ExitCode.FINDING);
        assertThat(refused.err()).contains("2026-13-45");
        assertThat(cli.data.resolve("holidays.csv")).doesNotExist();
    }
}
