package dev.prakat.cli;

import dev.prakat.report.ReportDocument;
import dev.prakat.report.ReportPeriod;
import dev.prakat.report.Reports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a report and prints it, or writes it into a file that is not there yet. */
abstract class ReportMaking implements Callable<Integer> {

    private final Session session;

    @Mixin
    private final ReportOptions options = new ReportOptions();

    ReportMaking(Session session) {
        this.session = session;
    }

    /** The report itself. */
    abstract ReportDocument made(Reports reports, ReportPeriod period) throws IOException;

    Session session() {
        return session;
    }

    @Override
    public Integer call() throws IOException {
        Path out = options.newFile();
        try (Opening opening = session.look()) {
            Reports reports = opening.prakat().reports();
            String text = options.written(
                    made(reports, options.period(reports)), session.options().json());
            if (out == null) {
                session.terminal().out().print(text);
                return ExitCode.DONE;
            }
            Files.writeString(out, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            session.answer(Map.of("file", out.toString()), () -> List.of(session.text("report.written", out)));
        }
        return ExitCode.DONE;
    }

    /** {@code report oversight}: what was done by the measures. */
    @Command(name = "oversight", mixinStandardHelpOptions = true)
    static final class Oversight extends ReportMaking {

        @Option(names = "--log", paramLabel = "DIR", descriptionKey = "report.log")
        private final List<Path> logs = new ArrayList<>();

        @Option(names = "--no-log", descriptionKey = "report.no-log")
        private boolean withoutLog;

        Oversight(Session session) {
            super(session);
        }

        @Override
        ReportDocument made(Reports reports, ReportPeriod period) throws IOException {
            return reports.oversight(period, logs());
        }

        private List<Path> logs() throws IOException {
            return withoutLog ? List.of() : logs.isEmpty() ? LogNodes.all(session()) : logs;
        }
    }

    /** {@code report deadlines}: each step against its limit. */
    @Command(name = "deadlines", mixinStandardHelpOptions = true)
    static final class Deadlines extends ReportMaking {

        Deadlines(Session session) {
            super(session);
        }

        @Override
        ReportDocument made(Reports reports, ReportPeriod period) {
            return reports.deadlines(period);
        }
    }

    /** {@code report completeness}: what checklists ask for and what is public. */
    @Command(name = "completeness", mixinStandardHelpOptions = true)
    static final class Completeness extends ReportMaking {

        @Option(names = "--checklist", paramLabel = "ID|FILE", descriptionKey = "report.checklist")
        private final List<String> lists = new ArrayList<>();

        Completeness(Session session) {
            super(session);
        }

        @Override
        ReportDocument made(Reports reports, ReportPeriod period) {
            return reports.completeness(
                    period,
                    lists.isEmpty()
                            ? reports.checklists()
                            : lists.stream()
                                    .map(list -> ReportMark.checklist(reports, list))
                                    .toList());
        }
    }

    /** {@code report currency}: what is not as current as it must be. */
    @Command(name = "currency", mixinStandardHelpOptions = true)
    static final class Currency extends ReportMaking {

        Currency(Session session) {
            super(session);
        }

        @Override
        ReportDocument made(Reports reports, ReportPeriod period) {
            return reports.currency(period);
        }
    }
}
