package dev.prakat.complaint;

import dev.prakat.calendar.ThaiDate;
import dev.prakat.complaint.MonthlyReport.Counts;
import dev.prakat.duty.Unit;
import dev.prakat.journal.Journal;
import dev.prakat.journal.Recording;
import dev.prakat.policy.ComplaintPolicy;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.Actor;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The monthly reports: each unit sends its figures to the centre, due by the day of the policy; the centre puts them together and
 * sees who has not sent. Thread-safe. Source: S004-R10, S004-R22
 */
public final class MonthlyReports {

    private final Journal journal;
    private final Complaints.Setting setting;
    private final Kpi kpi;

    MonthlyReports(Journal journal, Complaints.Setting setting, Kpi kpi) {
        this.journal = journal;
        this.setting = setting;
        this.kpi = kpi;
    }

    /**
     * Sends a unit's figures of a month that is over. Sent again, they replace the first ones; the day of the first counts.
     *
     * @param actor an officer of the unit, or of the centre
     * @param unit the unit's code
     * @param month the month
     * @return the report as it was sent
     * @throws PrakatException {@code CONFLICT} if the month is not over, {@code NOT_ALLOWED}, {@code NOT_FOUND} if there is no such
     *     unit
     */
    public MonthlyReport send(Actor actor, String unit, YearMonth month) {
        String subject = ReportReplay.SUBJECT + ReportEntity.id(unit, month);
        return journal.command(actor, "complaint.report", subject, recording -> {
            setting.policy().units().require(unit);
            Clerks.require(setting, actor, unit, "send the report of " + unit);
            LocalDate today = LocalDate.ofInstant(recording.now(), ThaiDate.BANGKOK);
            if (!today.isAfter(month.atEndOfMonth())) {
                throw new PrakatException(
                        ProblemCode.CONFLICT,
                        "the report of " + unit + " on " + month + " cannot be sent on " + today
                                + ": the month is not over; send it from "
                                + month.plusMonths(1).atDay(1));
            }
            return send(recording, subject, unit, month);
        });
    }

    private MonthlyReport send(Recording recording, String subject, String unit, YearMonth month) {
        EntityManager manager = recording.manager();
        Counts counts = countsNow(manager, unit, month);
        ReportEntity report = manager.find(ReportEntity.class, ReportEntity.id(unit, month));
        boolean again = report != null;
        if (report == null) {
            report = new ReportEntity(
                    unit,
                    month,
                    setting.policy().reportDue(month),
                    recording.now(),
                    recording.actor().officer());
        } else {
            report.corrected(recording.now());
        }
        report.take(counts, recording.actor().officer());
        if (!again) {
            manager.persist(report);
        }
        MonthlyReport sent = report.toReport();
        Map<String, String> told = new HashMap<>(counts.told());
        told.put("unit", unit);
        told.put("month", month.toString());
        told.put("due", sent.due().toString());
        told.put("late", Boolean.toString(sent.late()));
        recording.event(again ? "complaint-report.corrected" : "complaint-report.sent", subject, told);
        return sent;
    }

    /**
     * Puts together what the units sent for a month.
     *
     * @param month the month
     * @return the sums, and who has not sent
     */
    public Consolidation consolidate(YearMonth month) {
        return journal.inUnitOfWork(manager -> {
            List<MonthlyReport> sent = ComplaintQueries.reports(manager, month.toString()).stream()
                    .map(ReportEntity::toReport)
                    .toList();
            Map<String, List<KpiCase>> register = new HashMap<>();
            ComplaintQueries.cases(manager, month.atDay(1), month.atEndOfMonth(), "")
                    .forEach(one -> register.computeIfAbsent(one.unit(), unit -> new ArrayList<>())
                            .add(one));
            Set<String> notSent = expected(register.keySet());
            List<String> differing = new ArrayList<>();
            Counts total = Counts.NONE;
            for (MonthlyReport report : sent) {
                notSent.remove(report.unit());
                total = total.plus(report.counts());
                if (!report.counts().equals(counts(register.getOrDefault(report.unit(), List.of()), month))) {
                    differing.add(report.unit());
                }
            }
            return new Consolidation(
                    month,
                    setting.policy().reportDue(month),
                    sent,
                    List.copyOf(notSent),
                    differing,
                    total,
                    total.counted() == 0
                            ? null
                            : KpiScore.of(
                                    total.inTime(),
                                    total.counted(),
                                    setting.policy().kpi()));
        });
    }

    /** Whoever results are circulated to sends a report, and whoever has a complaint. Source: S004-R02, S004-R22 */
    private Set<String> expected(Set<String> withComplaints) {
        ComplaintPolicy policy = setting.policy();
        Set<String> units = new TreeSet<>(withComplaints);
        for (String each : policy.circulatedTo()) {
            policy.units().members(each).stream().map(Unit::code).forEach(units::add);
        }
        return units;
    }

    private Counts countsNow(EntityManager manager, String unit, YearMonth month) {
        return counts(ComplaintQueries.cases(manager, month.atDay(1), month.atEndOfMonth(), unit), month);
    }

    private Counts counts(List<KpiCase> cases, YearMonth month) {
        return Counts.of(kpi.month(month, month.atEndOfMonth(), cases));
    }
}
