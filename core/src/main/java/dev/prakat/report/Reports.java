package dev.prakat.report;

import dev.prakat.approval.Approvals;
import dev.prakat.calendar.ThaiDate;
import dev.prakat.delivery.Placements;
import dev.prakat.journal.Journal;
import dev.prakat.journal.Replayable;
import dev.prakat.policy.AgencyPolicy;
import dev.prakat.problem.PrakatException;
import dev.prakat.spi.StaffDirectory;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

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
        this.filed = new FiledReports(
                setting.journal(),
                setting.policy(),
                new ReportDuty(setting.policy(), setting.approvals(), setting.staff()));
    }

    /**
     * What is reported about.
     *
     * @param policy the agency's policy
     * @param journal what happened
     * @param approvals the cases
     * @param placements what is where
     * @param staff the host's officers
     */
    public record Setting(
            AgencyPolicy policy, Journal journal, Approvals approvals, Placements placements, StaffDirectory staff) {}

    /**
     * The entities of this chapter, for the persistence unit.
     *
     * @return the classes
     */
    public static List<Class<?>> entities() {
        return FiledReports.entities();
    }

    /**
     * How the tables of this chapter are compared with the journal.
     *
     * @return the facts of reports that were drafted or submitted
     */
    public static List<Replayable> replayable() {
        return List.of(FiledReports.replayable());
    }

    /** {@return the reports on their way to the superior and back} */
    public FiledReports filed() {
        return filed;
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
        List<ReportSection> sections = new ArrayList<>(new PublishedFigures(sources).sections());
        sections.add(new StepFigures(sources).byKind());
        sections.add(new RemovalFigures(sources).section());
        StandingFigures standing = new StandingFigures(sources);
        sections.add(standing.permanent());
        sections.add(standing.errors());
        sections.add(standing.waivers());
        sections.add(standing.gaps());
        HealthFigures health = new HealthFigures(sources);
        sections.add(health.sweep());
        sections.add(health.logs());
        return document(ReportKind.OVERSIGHT, sources, sections);
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
