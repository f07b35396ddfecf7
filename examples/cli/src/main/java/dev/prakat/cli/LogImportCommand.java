package dev.prakat.cli;

import dev.prakat.spi.Actor;
import dev.prakat.trafficlog.ImportReport;
import dev.prakat.trafficlog.TrafficLog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code log import}: the requests of visitors, from the web server's access log. */
@Command(name = "import", mixinStandardHelpOptions = true)
final class LogImportCommand implements Callable<Integer> {

    private final Session session;

    @Option(names = "--file", paramLabel = "FILE", required = true, descriptionKey = "import.file")
    private Path file = Path.of("");

    @Option(names = "--site", paramLabel = "NAME", descriptionKey = "import.site")
    private @Nullable String site;

    LogImportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        Actor actor = session.actor();
        try (TrafficLog log = OwnLog.forImport(session)) {
            String origin = log.origin();
            String of = site != null ? site : origin.substring(0, origin.indexOf('/'));
            ImportReport report = Progress.during(
                    session.terminal(),
                    session.text("log.reading"),
                    () -> log.importAccessLog(
                            actor,
                            file,
                            of,
                            line -> session.note(
                                    "import.rejected",
                                    line.number(),
                                    line.why(),
                                    session.messages().of(line.cause()))));
            session.answer(report, () -> lines(report));
            return report.rejected() == 0 && report.cut() == null ? ExitCode.DONE : ExitCode.FINDING;
        }
    }

    private List<String> lines(ImportReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(session.text("import.done", report.imported(), report.lines(), report.repeated(), report.rejected()));
        if (report.unfinished()) {
            lines.add(session.text("import.unfinished"));
        }
        if (report.cut() != null) {
            lines.add(session.text("import.cut", report.cut()));
        }
        return lines;
    }
}
