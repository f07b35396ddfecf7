package dev.prakat.report;

import dev.prakat.calendar.ThaiDate;
import dev.prakat.complaint.Complaints;
import dev.prakat.complaint.Consolidation;
import dev.prakat.complaint.KpiFigures;
import dev.prakat.complaint.KpiResult;
import dev.prakat.complaint.KpiScore;
import dev.prakat.complaint.KpiStanding;
import dev.prakat.complaint.MonthlyReport;
import dev.prakat.duty.Unit;
import dev.prakat.duty.UnitRegister;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The indicator on complaints by month and by unit, what came and went, and which units sent their figures. Source: S004-R14, S004-R22 */
final class IndicatorFigures {

    private static final List<String> INDICATOR =
            List.of("counted", "resolved-in-time", "percent", "score", "weighted");
    private static final List<String> FLOW =
            List.of("received", "carried-in", "failed", "carried-out", "incomplete", "late-concluded");
    private static final List<String> UNITS =
            List.of("counted", "resolved-in-time", "failed", "carried-out", "percent");
    private static final List<String> REPORTS = List.of("report-due", "sent", "sent-late", "not-sent", "differing");

    private final Complaints complaints;
    private final UnitRegister units;
    private final LocalDate today;

    IndicatorFigures(Complaints complaints, LocalDate today) {
        this.complaints = complaints;
        this.units = complaints.policy().units();
        this.today = today;
    }

    List<ReportSection> sections(YearMonth from, YearMonth until, @Nullable String unit) {
        KpiResult result = complaints.kpi(from, until, unit);
        List<ReportSection> sections = new ArrayList<>(List.of(
                new ReportSection("indicator", INDICATOR, months(result, IndicatorFigures::indicator), null),
                new ReportSection("complaint-flow", FLOW, months(result, IndicatorFigures::flow), "received")));
        if (unit == null) {
            sections.add(new ReportSection("complaint-units", UNITS, byUnit(from, until), "counted"));
            sections.add(new ReportSection("complaint-reports", REPORTS, reports(from, until), null));
        }
        return sections;
    }

    private static List<ReportRow> months(KpiResult result, Function<KpiFigures, List<ReportCell>> cells) {
        List<ReportRow> rows = new ArrayList<>();
        result.months()
                .forEach(month -> rows.add(new ReportRow(
                        month.from().toString(),
                        label(month, ThaiDate.format(month.from().atDay(1)), ReportTexts.THAI),
                        label(month, ThaiDate.formatEnglish(month.from().atDay(1)), ReportTexts.ENGLISH),
                        cells.apply(month))));
        if (rows.size() > 1) {
            rows.add(new ReportRow(
                    ReportRow.TOTAL,
                    ReportTexts.THAI.text("row.total"),
                    ReportTexts.ENGLISH.text("row.total"),
                    cells.apply(result.total())));
        }
        return rows;
    }

    private static String label(KpiFigures month, String firstDay, ReportTexts texts) {
        String name = firstDay.substring(firstDay.indexOf(' ') + 1);
        return month.provisional() ? name + " " + texts.text("row.provisional") : name;
    }

    private static List<ReportCell> indicator(KpiFigures figures) {
        KpiScore score = figures.score();
        return List.of(
                counted(figures),
                standing(figures, KpiStanding.IN_TIME),
                percent(figures),
                score == null ? ReportCell.NONE : decimal(score.score(), figures),
                score == null ? ReportCell.NONE : decimal(score.weighted(), figures));
    }

    private static List<ReportCell> flow(KpiFigures figures) {
        return Stream.of(
                        KpiStanding.RECEIVED,
                        KpiStanding.CARRIED_IN,
                        KpiStanding.FAILED,
                        KpiStanding.CARRIED_OUT,
                        KpiStanding.INCOMPLETE,
                        KpiStanding.LATE_CONCLUDED)
                .map(standing -> standing(figures, standing))
                .toList();
    }

    private static ReportCell standing(KpiFigures figures, KpiStanding standing) {
        return ReportCell.count(figures.numbers(standing));
    }

    /** Where a policy counts by the month of receipt, what is open counts too, and is among what was received. */
    private static ReportCell counted(KpiFigures figures) {
        Set<String> settled = new LinkedHashSet<>(figures.numbers(KpiStanding.IN_TIME));
        settled.addAll(figures.numbers(KpiStanding.FAILED));
        if (settled.size() < figures.counted()) {
            settled.addAll(figures.numbers(KpiStanding.RECEIVED));
            settled.removeAll(Set.copyOf(figures.numbers(KpiStanding.INCOMPLETE)));
        }
        return new ReportCell(ReportCell.Kind.NUMBER, Integer.toString(figures.counted()), List.copyOf(settled));
    }

    private static ReportCell percent(KpiFigures figures) {
        KpiScore score = figures.score();
        return score == null ? ReportCell.NONE : decimal(score.shownPercent(), figures);
    }

    private static ReportCell decimal(BigDecimal value, KpiFigures figures) {
        return new ReportCell(
                ReportCell.Kind.TEXT, value.toPlainString(), counted(figures).behind());
    }

    private List<ReportRow> byUnit(YearMonth from, YearMonth until) {
        List<ReportRow> rows = new ArrayList<>();
        complaints
                .kpiByUnit(from, until)
                .forEach((unit, figures) -> rows.add(new ReportRow(
                        unit,
                        units.find(unit).map(Unit::nameTh).orElse(unit),
                        units.find(unit).map(Unit::nameEn).orElse(unit),
                        List.of(
                                counted(figures),
                                standing(figures, KpiStanding.IN_TIME),
                                standing(figures, KpiStanding.FAILED),
                                standing(figures, KpiStanding.CARRIED_OUT),
                                percent(figures)))));
        return rows;
    }

    /** The months that are over, each with the units that sent and those that did not. */
    private List<ReportRow> reports(YearMonth from, YearMonth until) {
        List<ReportRow> rows = new ArrayList<>();
        for (YearMonth month = from;
                !month.isAfter(until) && month.atEndOfMonth().isBefore(today);
                month = month.plusMonths(1)) {
            Consolidation found = complaints.reports().consolidate(month);
            String thai = ThaiDate.format(month.atDay(1));
            String english = ThaiDate.formatEnglish(month.atDay(1));
            rows.add(new ReportRow(
                    month.toString(),
                    thai.substring(thai.indexOf(' ') + 1),
                    english.substring(english.indexOf(' ') + 1),
                    List.of(
                            ReportCell.day(found.due()),
                            ReportCell.count(found.sent().stream()
                                    .map(MonthlyReport::unit)
                                    .toList()),
                            ReportCell.count(found.sent().stream()
                                    .filter(MonthlyReport::late)
                                    .map(MonthlyReport::unit)
                                    .toList()),
                            ReportCell.count(found.notSent()),
                            ReportCell.count(found.differing()))));
        }
        return rows;
    }
}
