package dev.prakat.report;

import dev.prakat.approval.Approvals;
import dev.prakat.calendar.ThaiDate;
import dev.prakat.complaint.Complaints;
import dev.prakat.delivery.Placements;
import dev.prakat.item.ItemId;
import dev.prakat.item.Items;
import dev.prakat.journal.Journal;
import dev.prakat.journal.Replayable;
import dev.prakat.policy.AgencyPolicy;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.OfficerId;
import dev.prakat.spi.StaffDirectory;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The reports on which superiors act: what was published, approved, removed and found within a period, each step against its limit,
 * what is missing, and what is out of date. Making one reads only, in pages, beside commands that go on. Thread-safe. Source:
 * S001-R29, S003-R23
 */
public final class Reports {

    private final Setting setting;
    private final InstantSource clock;
    private final ReportPeriods periods;
    private final FiledReports filed;
    private final ChecklistMarks marks;
    private final ReportTasks tasks;
    private final @Nullable ComplaintReports complaints;

    /**
     * Wires the service; hosts get it from {@code Prakat.reports()}.
     *
     * @param clock the injected clock
     * @param setting what is reported about
     */
    public Reports(InstantSource clock, Setting setting) {
        this.clock = clock;
        this.setting = setting;
        this.periods = new ReportPeriods(setting.policy());
        ReportDuty duty = new ReportDuty(setting.policy(), setting.approvals(), setting.staff());
        this.filed = new FiledReports(setting.journal(), setting.policy(), duty);
        this.marks = new ChecklistMarks(setting.journal(), setting.items(), duty);
        this.tasks = new ReportTasks(duty, filed, periods);
        Complaints register = setting.complaints();
        this.complaints = register == null ? null : new ComplaintReports(register, clock);
    }

    /**
     * What is reported about.
     *
     * @param policy the agency's policy
     * @param journal what happened
     * @param items the items
     * @param approvals the cases
     * @param placements what is where
     * @param staff the host's officers
     * @param complaints the register of complaints, or null where none is kept
     */
    public record Setting(
            AgencyPolicy policy,
            Journal journal,
            Items items,
            Approvals approvals,
            Placements placements,
            StaffDirectory staff,
            @Nullable Complaints complaints) {}

    /**
     * The entities of this chapter, for the persistence unit.
     *
     * @return the classes
     */
    public static List<Class<?>> entities() {
        return List.of(FiledReportEntity.class, ReportOrderEntity.class, ChecklistMarkEntity.class);
    }

    /**
     * How the tables of this chapter are compared with the journal.
     *
     * @return the facts of reports that were drafted or submitted, and of checklists
     */
    public static List<Replayable> replayable() {
        return List.of(new FiledReportReplay(), new ChecklistMarks.Replayed());
    }

    /** {@return the reports on their way to the superior and back} */
    public FiledReports filed() {
        return filed;
    }

    /**
     * The reports on complaints.
     *
     * @return how to make them
     * @throws PrakatException {@code CONFIGURATION} if no complaint policy was given
     */
    public ComplaintReports complaints() {
        if (complaints == null) {
            throw new PrakatException(
                    ProblemCode.CONFIGURATION,
                    "this Prakat keeps no complaints: build it with complaintPolicy(ComplaintPolicy.builtIn(...))");
        }
        return complaints;
    }

    /**
     * What an officer is to do about reports now: to submit the one on the last period, to acknowledge what was submitted, to carry out
     * what was ordered.
     *
     * @param officer the officer
     * @return the tasks, what is due first first; none where the policy asks for no report
     */
    public List<ReportTask> tasksFor(OfficerId officer) {
        return tasks.of(officer, clock.instant());
    }

    /** {@return what officers say of the entries of checklists} */
    public ChecklistMarks marks() {
        return marks;
    }

    /** {@return the policy's own checklist, and those that Prakat ships} */
    public List<Checklist> checklists() {
        List<Checklist> lists = new ArrayList<>();
        Checklist own = Checklist.of(setting.policy());
        if (!own.entries().isEmpty()) {
            lists.add(own);
        }
        Checklist.builtInIds().stream().map(Checklist::builtIn).forEach(lists::add);
        return lists;
    }

    /** {@return the periods by which the agency reports} */
    public ReportPeriods periods() {
        return periods;
    }

    /** {@return the last period that is over, which is the one to report about now} */
    public ReportPeriod lastPeriod() {
        return periods.lastBefore(LocalDate.ofInstant(clock.instant(), ThaiDate.BANGKOK));
    }

    /**
     * What was done by the measures within a period. Source: S001-R29, S003-R23
     *
     * @param period the period
     * @param logs the folders of the traffic logs, which are then checked as a whole; empty to leave that out
     * @return the report as of now
     * @throws PrakatException {@code BROKEN} if the database does not answer
     */
    public ReportDocument oversight(ReportPeriod period, List<Path> logs) {
        ReportSources sources = sources(period, logs);
        CompletenessFigures completeness = new CompletenessFigures(sources, marks, checklists());
        return document(ReportKind.OVERSIGHT, sources, new OversightReading(sources, completeness).sections());
    }

    /**
     * Each step that was taken within a period, or is awaited now, against its time limit.
     *
     * @param period the period
     * @return the report as of now
     * @throws PrakatException {@code BROKEN} if the database does not answer
     */
    public ReportDocument deadlines(ReportPeriod period) {
        ReportSources sources = sources(period, List.of());
        StepFigures steps = new StepFigures(sources);
        List<ReportSection> sections = new ArrayList<>(steps.byStep());
        sections.add(steps.byUnit());
        return document(ReportKind.DEADLINES, sources, sections);
    }

    /**
     * What checklists ask for and what is public now. Source: S003-R19
     *
     * @param period the period by whose name the report goes; what it says is as of now
     * @param lists the lists, for example {@link #checklists()}
     * @return the report as of now
     * @throws PrakatException {@code BROKEN} if the database does not answer
     */
    public ReportDocument completeness(ReportPeriod period, List<Checklist> lists) {
        ReportSources sources = sources(period, List.of());
        CompletenessFigures completeness = new CompletenessFigures(sources, marks, lists);
        sources.placements().figures().all(sources.now(), completeness::add);
        return document(ReportKind.COMPLETENESS, sources, completeness.sections());
    }

    /**
     * Whether each category is as current as its update period asks for. Source: S001-R04, S003-R18
     *
     * @param period the period by whose name the report goes; what it says is as of now
     * @return the report as of now
     * @throws PrakatException {@code BROKEN} if the database does not answer
     */
    public ReportDocument currency(ReportPeriod period) {
        ReportSources sources = sources(period, List.of());
        CurrencyFigures currency = new CurrencyFigures(sources);
        sources.placements().figures().all(sources.now(), currency::add);
        return document(ReportKind.CURRENCY, sources, currency.sections());
    }

    /**
     * The form by which the publication of an item is asked for, filled from the item and its newest case, as a page to print and to
     * sign. It names officers and is not for the public. Source: S002-F01
     *
     * @param item the item's key
     * @return HTML
     * @throws PrakatException {@code NOT_FOUND} if there is no such item
     */
    public String requestForm(ItemId item) {
        return new RequestForms(setting).html(item);
    }

    private ReportSources sources(ReportPeriod period, List<Path> logs) {
        return new ReportSources(
                setting.policy(),
                setting.approvals(),
                setting.placements(),
                setting.journal(),
                period,
                clock.instant(),
                logs);
    }

    private ReportDocument document(ReportKind kind, ReportSources sources, List<ReportSection> sections) {
        AgencyPolicy policy = setting.policy();
        return new ReportDocument(
                kind,
                policy.agencyNameTh(),
                policy.agencyNameEn(),
                policy.toString(),
                sources.period(),
                sources.now(),
                ReportRemarks.NONE,
                sections);
    }
}
