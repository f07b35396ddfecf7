package dev.prakat.cli;

import dev.prakat.spi.Actor;
import dev.prakat.trafficlog.ExportFormat;
import dev.prakat.trafficlog.ExportReport;
import dev.prakat.trafficlog.TrafficLog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code log export}: records for an official, each with its proof, under a signed manifest. */
@Command(name = "export", mixinStandardHelpOptions = true)
final class LogExportCommand implements Callable<Integer> {

    private final Session session;

    @Mixin
    private final LogQueryOptions options = new LogQueryOptions();

    @Option(names = "--order", paramLabel = "NO", required = true, descriptionKey = "hold.order")
    private String order = "";

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "jsonl", descriptionKey = "logquery.format")
    private ExportFormat format = ExportFormat.JSONL;

    @Option(names = "--out", paramLabel = "DIR", required = true, descriptionKey = "logquery.out")
    private Path out = Path.of("");

    LogExportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        Actor actor = session.actor();
        try (TrafficLog log = OwnLog.forReading(session)) {
            ExportReport report = log.export(actor, options.query(), order, format, out, options.others(session));
            session.answer(
                    View.of(report),
                    () -> List.of(
                            session.text("logquery.exported", report.records(), report.opened(), out),
                            session.text("logquery.check", out)));
            return ExitCode.DONE;
        }
    }

    /** What was exported, for machines. */
    record View(String folder, long record, long records, long opened, List<String> origins, List<String> files) {

        static View of(ExportReport report) {
            return new View(
                    report.folder().toString(),
                    report.record(),
                    report.records(),
                    report.opened(),
                    report.origins(),
                    report.files());
        }
    }
}
