package dev.prakat.cli;

import dev.prakat.report.FiledReport;
import dev.prakat.report.FiledReports;
import dev.prakat.report.ReportPeriod;
import dev.prakat.report.ReportRemarks;
import dev.prakat.report.Reports;
import dev.prakat.spi.Actor;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The way of an oversight report to the superior and back. */
abstract class ReportFiling implements Callable<Integer> {

    private static final int LISTED = 200;

    private final Session session;

    @Option(names = "--period", paramLabel = "NAME", descriptionKey = "report.period")
    private @Nullable String period;

    ReportFiling(Session session) {
        this.session = session;
    }

    /** What is done with the report. */
    abstract FiledReport filed(Actor actor, Reports reports, ReportPeriod period) throws IOException;

    Session session() {
        return session;
    }

    @Override
    public Integer call() throws IOException {
        Actor actor = session.actor();
        try (Opening opening = session.open()) {
            Reports reports = opening.prakat().reports();
            ReportPeriod asked =
                    period == null ? reports.lastPeriod() : reports.periods().named(period);
            FiledReport report = filed(actor, reports, asked);
            session.answer(ReportView.of(report), () -> ReportView.lines(session, report));
        }
        return ExitCode.DONE;
    }

    /** {@code report submit}: makes the oversight report and hands it to the superior. */
    @Command(name = "submit", mixinStandardHelpOptions = true)
    static final class Submit extends ReportFiling {

        @Option(names = "--problems", paramLabel = "TEXT", defaultValue = "", descriptionKey = "report.problems")
        private String problems = "";

        @Option(names = "--obstacles", paramLabel = "TEXT", defaultValue = "", descriptionKey = "report.obstacles")
        private String obstacles = "";

        @Option(names = "--suggestions", paramLabel = "TEXT", defaultValue = "", descriptionKey = "report.suggestions")
        private String suggestions = "";

        @Option(names = "--draft", descriptionKey = "report.draft")
        private boolean draft;

        Submit(Session session) {
            super(session);
        }

        @Override
        FiledReport filed(Actor actor, Reports reports, ReportPeriod period) throws IOException {
            ReportRemarks remarks = new ReportRemarks(problems, obstacles, suggestions);
            FiledReports filed = reports.filed();
            return draft
                    ? filed.draft(actor, period, remarks)
                    : filed.submit(
                            actor,
                            reports.oversight(period, LogNodes.all(session())).with(remarks));
        }
    }

    /** {@code report acknowledge}: the superior takes note. */
    @Command(name = "acknowledge", mixinStandardHelpOptions = true)
    static final class Acknowledge extends ReportFiling {

        @Option(names = "--note", paramLabel = "TEXT", defaultValue = "", descriptionKey = "report.note")
        private String note = "";

        Acknowledge(Session session) {
            super(session);
        }

        @Override
        FiledReport filed(Actor actor, Reports reports, ReportPeriod period) {
            return reports.filed().acknowledge(actor, period.name(), note);
        }
    }

    /** {@code report order}: the superior orders something. */
    @Command(name = "order", mixinStandardHelpOptions = true)
    static final class Order extends ReportFiling {

        @Option(names = "--text", paramLabel = "TEXT", required = true, descriptionKey = "report.order-text")
        private String text = "";

        @Option(names = "--unit", paramLabel = "UNIT", required = true, descriptionKey = "report.order-unit")
        private String unit = "";

        @Option(
                names = "--due",
                paramLabel = "DAY",
                converter = Moment.Converter.class,
                descriptionKey = "report.order-due")
        private @Nullable Moment due;

        Order(Session session) {
            super(session);
        }

        @Override
        FiledReport filed(Actor actor, Reports reports, ReportPeriod period) {
            return reports.filed().order(actor, period.name(), text, unit, due == null ? null : due.dayInBangkok());
        }
    }

    /** {@code report done}: what was ordered is done. */
    @Command(name = "done", mixinStandardHelpOptions = true)
    static final class Done extends ReportFiling {

        @Option(names = "--order", paramLabel = "N", required = true, descriptionKey = "report.order-number")
        private int order;

        @Option(names = "--how", paramLabel = "TEXT", required = true, descriptionKey = "report.how")
        private String how = "";

        Done(Session session) {
            super(session);
        }

        @Override
        FiledReport filed(Actor actor, Reports reports, ReportPeriod period) {
            return reports.filed().done(actor, period.name(), order, how);
        }
    }

    /** {@code report list}: what was drafted, submitted and ordered. */
    @Command(name = "list", mixinStandardHelpOptions = true)
    static final class Listing implements Callable<Integer> {

        private final Session session;

        Listing(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            try (Opening opening = session.look()) {
                List<FiledReport> reports = opening.prakat().reports().filed().newest(LISTED);
                session.answer(
                        reports.stream().map(ReportView::of).toList(),
                        () -> reports.stream()
                                .flatMap(report -> ReportView.lines(session, report).stream())
                                .toList());
            }
            return ExitCode.DONE;
        }
    }
}
