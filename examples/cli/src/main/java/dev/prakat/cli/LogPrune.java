package dev.prakat.cli;

import dev.prakat.spi.Actor;
import dev.prakat.trafficlog.PruneReport;
import dev.prakat.trafficlog.Retention;
import dev.prakat.trafficlog.TrafficLog;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code log prune}: takes away what the retention has ended for and no order holds; a record says so. */
@Command(name = "prune", mixinStandardHelpOptions = true)
final class LogPrune implements Callable<Integer> {

    private final Session session;

    @Option(names = "--days", paramLabel = "N", defaultValue = "120", descriptionKey = "prune.days")
    private int days;

    @Option(names = "--identity-days", paramLabel = "N", descriptionKey = "prune.identity-days")
    private @Nullable Integer identityDays;

    @Option(names = "--dry-run", descriptionKey = "prune.dry-run")
    private boolean dryRun;

    @Option(names = "--ntp", paramLabel = "HOST", descriptionKey = "prune.ntp")
    private @Nullable String ntp;

    LogPrune(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Actor actor = session.actor();
        Retention retention = new Retention(days, identityDays == null ? days : identityDays);
        try (TrafficLog log = OwnLog.open(session, ntp)) {
            PruneReport report = Progress.during(
                    session.terminal(), session.text("log.reading"), () -> log.prune(actor, retention, dryRun));
            session.answer(Answer.of(report, dryRun), () -> lines(report));
            return report.refused().isEmpty() ? ExitCode.DONE : ExitCode.FINDING;
        }
    }

    private List<String> lines(PruneReport report) {
        List<String> lines = new ArrayList<>();
        if (!report.refused().isEmpty()) {
            lines.add(session.text("prune.refused", report.refused()));
        } else {
            String key = dryRun ? "prune.would" : "prune.done";
            lines.add(session.text(
                    key,
                    report.records(),
                    report.segments(),
                    report.bytes(),
                    report.keys().size(),
                    report.first()));
        }
        report.holds().forEach(each -> lines.add(LogHoldCommands.line(session, each)));
        return lines;
    }

    /** What went, for machines. */
    record Answer(
            boolean dryRun,
            long firstKept,
            long records,
            int segments,
            long bytes,
            List<String> keysOf,
            List<String> holds,
            String refused) {

        static Answer of(PruneReport report, boolean dryRun) {
            return new Answer(
                    dryRun,
                    report.first(),
                    report.records(),
                    report.segments(),
                    report.bytes(),
                    report.keys().stream().map(LocalDate::toString).toList(),
                    report.holds().stream().map(each -> each.order()).toList(),
                    report.refused());
        }
    }
}
