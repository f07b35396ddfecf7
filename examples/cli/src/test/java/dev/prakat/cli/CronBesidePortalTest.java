package dev.prakat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.cli.ChildProcess.Ended;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Two processes on one data folder: each with a log of its own, both on the one database. */
class CronBesidePortalTest {

    @TempDir
    private Path folder;

    @Test
    void aSecondProcessWorksUnderANodeOfItsOwnAndIsToldSoOtherwise() throws Exception {
        CommandLineRun cli = new CommandLineRun(folder).begun();
        String id = cli.draft("2026-11-23T09:00", "2026-11-30");
        List<String> sweep = List.of("--data", cli.data.toString(), "sweep");
        List<String> sweepAsCron = List.of("--data", cli.data.toString(), "--node", "cron", "sweep");
        List<String> list = List.of("--data", cli.data.toString(), "item", "list");

        try (Opening portal = Opening.of(session(cli.data))) {
            Ended cron = ChildProcess.run(List.of(), sweepAsCron);
            Ended same = ChildProcess.run(List.of(), sweep);
            Ended looker = ChildProcess.run(List.of(), list);

            assertThat(portal.prakat().items().newest(1)).hasSize(1);
            assertThat(cron.code()).as(cron.said()).isEqualTo(ExitCode.DONE);
            assertThat(looker.code()).as("who only looks needs no log").isEqualTo(ExitCode.DONE);
            assertThat(looker.said()).contains(id);
            assertThat(same.code()).isEqualTo(ExitCode.BROKEN);
            assertThat(same.said()).contains("--node").doesNotContain("\tat ");
        }
    }

    private static Session session(Path data) {
        GlobalOptions options = new GlobalOptions();
        new CommandLine(new PrakatCommand(options)).parseArgs("--data", data.toString());
        Terminal terminal = new Terminal(
                InputStream.nullInputStream(),
                Terminal.writer(OutputStream.nullOutputStream()),
                Terminal.writer(OutputStream.nullOutputStream()),
                false);
        return new Session(options, terminal, new Messages(Messages.Language.en));
    }
}
