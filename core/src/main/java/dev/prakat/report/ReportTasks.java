package dev.prakat.report;

import dev.prakat.calendar.ThaiDate;
import dev.prakat.report.FiledReport.Status;
import dev.prakat.spi.OfficerId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what an officer is to do about reports: the one that is due, those to take note of, and what was ordered. Source: S001-R29 */
final class ReportTasks {

    /** Orders on reports that are older than so many are not looked for. */
    private static final int NEWEST = 50;

    private final ReportDuty duty;
    private final FiledReports filed;
    private final ReportPeriods periods;

    ReportTasks(ReportDuty duty, FiledReports filed, ReportPeriods periods) {
        this.duty = duty;
        this.filed = filed;
        this.periods = periods;
    }

    /** What is due first comes first. Nobody has anything to do where the policy asks for no report. */
    List<ReportTask> of(OfficerId officer, Instant now) {
        if (!duty.isThere()) {
            return List.of();
        }
        LocalDate today = LocalDate.ofInstant(now, ThaiDate.BANGKOK);
        List<ReportTask> tasks = new ArrayList<>();
        ReportPeriod last = periods.lastBefore(today);
        boolean submitted = filed.find(last.name())
                .filter(report -> report.status() != Status.DRAFTED)
                .isPresent();
        if (!submitted && duty.isReporter(officer, now)) {
            tasks.add(task(
                    last,
                    "submit",
                    "เสนอรายงานต่อผู้บังคับบัญชา",
                    "Submit the report to the superior",
                    last.due(),
                    today));
        }
        for (FiledReport report : filed.newest(NEWEST)) {
            if (report.status() == Status.SUBMITTED && duty.isSuperior(officer, now)) {
                tasks.add(task(report.period(), "acknowledge", "รับทราบรายงาน", "Acknowledge the report", null, today));
            }
            for (ReportOrder order : report.orders()) {
                if (order.done() == null && duty.isDoer(officer, order.unit(), now)) {
                    tasks.add(ordered(report.period(), order, today));
                }
            }
        }
        tasks.sort(Comparator.comparing(ReportTask::due, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(ReportTask::period));
        return tasks;
    }

    private static ReportTask task(
            ReportPeriod period, String step, String thai, String english, @Nullable LocalDate due, LocalDate today) {
        return new ReportTask(period.name(), step, thai, english, "", due, due != null && today.isAfter(due));
    }

    private static ReportTask ordered(ReportPeriod period, ReportOrder order, LocalDate today) {
        LocalDate due = order.dueOn();
        return new ReportTask(
                period.name(),
                "carry-out",
                "ดำเนินการตามข้อสั่งการ",
                "Carry out the order",
                order.number() + ": " + order.text(),
                due,
                due != null && today.isAfter(due));
    }
}
