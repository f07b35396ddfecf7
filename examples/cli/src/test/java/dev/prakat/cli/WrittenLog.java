package dev.prakat.cli;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A data folder whose traffic log has something in it, for the tests of what is done with logs. */
abstract class WrittenLog {

    @TempDir
    Path folder;

    CommandLineRun cli;

    @BeforeEach
    void writeALog() {
        cli = new CommandLineRun(folder).begun();
        cli.draft("2026-11-23T09:00", "2026-11-30");
    }

    /** The log of the node that wrote it. */
    final Path log() {
        return cli.data.resolve("trafficlog/main");
    }
}
