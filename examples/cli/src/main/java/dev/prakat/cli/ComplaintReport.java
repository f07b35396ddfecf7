package dev.prakat.cli;

import dev.prakat.complaint.Consolidation;
import dev.prakat.complaint.KpiFigures;
import dev.prakat.complaint.KpiResult;
import dev.prakat.complaint.KpiScore;
import dev.prakat.complaint.KpiStanding;
import dev.prakat.complaint.MonthlyReport;
import dev.prakat.policy.AppraisalRound;
import dev.prakat.policy.ComplaintPolicy;
import dev.prakat.report.ComplaintReports;
import dev.prakat.report.ReportDocument;
import dev.prakat.spi.Actor;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code complaint report}: the indicator of a month, of a round, or of its first months. */
@Command(name = "report", mixinStandardHelpOptions = true)
final class ComplaintReport implements Callable<Integer> {

    private static final int FIRST_BUDDHIST_YEAR = 2400;
    private static final int ERA = 543;

    private final Session session;

    @Option(names = "--month", paramLabel = "YEAR-MONTH", descriptionKey = "complaint.month")
    private @Nullable String month;

    @Option(names = "--round", paramLabel = "N", defaultValue = "0", descriptionKey = "complaint.round")
    private int round;

    @Option(names = "--fy", paramLabel = "YEAR", defaultValue = "0", descriptionKey = "complaint.fy")
    private int fiscalYear;

    @Option(names = "--first-months", descriptionKey = "complaint.first-months")
    private boolean firstMonths;

    @Option(names = "--unit", paramLabel = "UNIT", descriptionKey = "complaint.unit")
    private @Nullable String unit;

    @Option(names = "--explain", descriptionKey = "complaint.explain")
    private boolean explain;

    @Mixin
    private final ComplaintReportForm form = new ComplaintReportForm();

    ComplaintReport(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        if ((month == null) == (round == 0) || (round != 0) != (fiscalYear != 0)) {
            throw new WrongUse("expected --month 2564-03, or --round 1 --fy 2564");
        }
        try (Opening opening = Opening.complaintsToLookAt(session)) {
            if (form.wanted()) {
                return form.print(session, opening.prakat().reports().complaints(), this::document, explain);
            }
            ComplaintPolicy policy = opening.prakat().complaints().policy();
            YearMonth from = month == null ? YearMonth.from(round(policy).firstDay(fiscalYear)) : month(month);
            YearMonth until = month == null ? last(policy, from) : from;
            KpiResult result = opening.prakat().complaints().kpi(from, until, unit);
            session.answer(Answer.of(result, explain), () -> lines(result));
        }
        return ExitCode.DONE;
    }

    private ReportDocument document(ComplaintReports reports) {
        return month != null
                ? reports.month(month(month), unit)
                : firstMonths ? reports.firstMonths(round, fiscalYear, unit) : reports.round(round, fiscalYear, unit);
    }

    private YearMonth last(ComplaintPolicy policy, YearMonth from) {
        AppraisalRound found = round(policy);
        if (!firstMonths) {
            return YearMonth.from(found.lastDay(fiscalYear));
        }
        if (found.interimMonths() == 0) {
            throw new WrongUse("round " + round + " has no report on its first months");
        }
        return from.plusMonths(found.interimMonths() - 1L);
    }

    private AppraisalRound round(ComplaintPolicy policy) {
        return policy.rounds().stream()
                .filter(known -> known.number() == round)
                .findFirst()
                .orElseThrow(() -> new WrongUse("--round: found " + round + ", which is no round of the policy"));
    }

    /** A month as it was typed; a year from 2400 on is Buddhist era. */
    static YearMonth month(@Nullable String typed) {
        try {
            YearMonth read = YearMonth.parse(String.valueOf(typed));
            return read.getYear() >= FIRST_BUDDHIST_YEAR ? read.minusYears(ERA) : read;
        } catch (DateTimeException e) {
            throw new WrongUse("--month: found '" + typed + "', expected 2564-03 or 2021-03");
        }
    }

    private List<String> lines(KpiResult result) {
        List<String> lines = new ArrayList<>();
        if (result.months().size() > 1) {
            result.months().forEach(figures -> lines.add(line(session, figures)));
        }
        lines.add(line(session, result.total()));
        if (explain) {
            result.total()
                    .behind()
                    .forEach((standing, numbers) ->
                            lines.add("  " + session.messages().of(standing) + ": " + String.join(", ", numbers)));
        }
        return lines;
    }

    private static String line(Session session, KpiFigures figures) {
        KpiScore score = figures.score();
        String period = printed(figures.from())
                + (figures.from().equals(figures.until()) ? "" : " - " + printed(figures.until()));
        return session.text(
                        "complaint.figures",
                        period,
                        figures.inTime(),
                        figures.counted(),
                        score == null ? "N/A" : score.shownPercent().toPlainString(),
                        score == null ? "N/A" : score.score().toPlainString(),
                        score == null ? "N/A" : score.weighted().toPlainString(),
                        figures.count(KpiStanding.CARRIED_OUT))
                + (figures.provisional() ? "  " + session.text("complaint.provisional") : "");
    }

    private static String printed(YearMonth month) {
        return month.plusYears(ERA).toString();
    }

    /** The figures for machines; a percentage that is not there is null. */
    record Answer(List<Figures> months, Figures total) {

        static Answer of(KpiResult result, boolean explain) {
            return new Answer(
                    result.months().stream()
                            .map(figures -> Figures.of(figures, false))
                            .toList(),
                    Figures.of(result.total(), explain));
        }
    }

    /** One month or period for machines. */
    record Figures(
            String from,
            String until,
            boolean provisional,
            Map<String, Integer> counts,
            int counted,
            int inTime,
            @Nullable String percent,
            @Nullable String score,
            @Nullable String weighted,
            @Nullable Map<String, List<String>> behind) {

        static Figures of(KpiFigures figures, boolean explain) {
            Map<String, Integer> counts = new LinkedHashMap<>();
            Map<String, List<String>> behind = new LinkedHashMap<>();
            for (KpiStanding standing : KpiStanding.values()) {
                counts.put(standing.name(), figures.count(standing));
                behind.put(standing.name(), figures.numbers(standing));
            }
            KpiScore score = figures.score();
            return new Figures(
                    figures.from().toString(),
                    figures.until().toString(),
                    figures.provisional(),
                    counts,
                    figures.counted(),
                    figures.inTime(),
                    score == null ? null : score.shownPercent().toPlainString(),
                    score == null ? null : score.score().toPlainString(),
                    score == null ? null : score.weighted().toPlainString(),
                    explain ? behind : null);
        }
    }

    /** {@code complaint send}: a unit's figures of a month go to the centre. */
    @Command(name = "send", mixinStandardHelpOptions = true)
    static final class Send implements Callable<Integer> {

        private final Session session;

        @Option(names = "--month", paramLabel = "YEAR-MONTH", required = true, descriptionKey = "complaint.month")
        private String month = "";

        @Option(names = "--unit", paramLabel = "UNIT", required = true, descriptionKey = "complaint.unit")
        private String unit = "";

        Send(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            Actor actor = session.actor();
            try (Opening opening = Opening.complaints(session)) {
                MonthlyReport sent = opening.prakat().complaints().reports().send(actor, unit, month(month));
                session.answer(
                        Map.of(
                                "unit",
                                unit,
                                "due",
                                sent.due().toString(),
                                "late",
                                sent.late(),
                                "counts",
                                sent.counts()),
                        () -> List.of(session.text(
                                sent.late() ? "complaint.sent-late" : "complaint.sent",
                                unit,
                                session.printed(sent.due()))));
            }
            return ExitCode.DONE;
        }
    }

    /** {@code complaint consolidate}: what the units sent for a month, and who has not. */
    @Command(name = "consolidate", mixinStandardHelpOptions = true)
    static final class Consolidate implements Callable<Integer> {

        private final Session session;

        @Option(names = "--month", paramLabel = "YEAR-MONTH", required = true, descriptionKey = "complaint.month")
        private String month = "";

        Consolidate(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            try (Opening opening = Opening.complaintsToLookAt(session)) {
                Consolidation found = opening.prakat().complaints().reports().consolidate(month(month));
                KpiScore score = found.score();
                String percent = score == null ? "N/A" : score.shownPercent().toPlainString();
                Map<String, Object> json = new LinkedHashMap<>();
                json.put("month", found.month().toString());
                json.put("due", found.due().toString());
                json.put("sent", found.sent().stream().map(MonthlyReport::unit).toList());
                json.put("notSent", found.notSent());
                json.put("differing", found.differing());
                json.put("total", found.total());
                json.put("percent", score == null ? null : percent);
                session.answer(
                        json,
                        () -> List.of(
                                session.text(
                                        "complaint.consolidated",
                                        found.sent().size(),
                                        found.total().inTime(),
                                        found.total().counted(),
                                        percent),
                                session.text("complaint.not-sent", String.join(", ", found.notSent())),
                                session.text("complaint.differing", String.join(", ", found.differing()))));
            }
            return ExitCode.DONE;
        }
    }
}
