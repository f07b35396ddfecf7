package dev.prakat.complaint;

import dev.prakat.calendar.ThaiDate;
import dev.prakat.journal.Journal;
import dev.prakat.journal.Recording;
import dev.prakat.journal.Replayable;
import dev.prakat.policy.ComplaintPolicy;
import dev.prakat.policy.ComplaintPolicy.Detail;
import dev.prakat.policy.ComplaintPolicy.Purpose;
import dev.prakat.problem.Finding;
import dev.prakat.problem.InvalidException;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.seal.Seal;
import dev.prakat.spi.Actor;
import dev.prakat.spi.KeyProvider;
import dev.prakat.spi.Officer;
import dev.prakat.staff.StaffRegister;
import java.io.IOException;
import java.io.Writer;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The register of complaints and the indicator over it. Officers of a complaint's unit and of the centre act on it. What is
 * personal is sealed, and only {@link SealedDetails#open} gives it out, with a reason that the journal keeps. Thread-safe. Source: document
 * 004
 */
public final class Complaints {

    private static final int PAGE = 1000;

    private final Journal journal;
    private final InstantSource clock;
    private final Setting setting;
    private final Kpi kpi;
    private final MonthlyReports reports;
    private final SealedDetails details;

    /**
     * What this chapter works with.
     *
     * @param policy the policy
     * @param staff the officers
     * @param keys what wraps the keys that seal personal details
     */
    public record Setting(ComplaintPolicy policy, StaffRegister staff, KeyProvider keys) {

        boolean mayAct(Officer officer, String unit) {
            return officer.unit().equals(unit) || officer.unit().equals(policy.centre());
        }
    }

    /**
     * Creates the service.
     *
     * @param journal the way to change anything
     * @param clock the injected clock
     * @param setting the policy, the officers and the keys
     */
    public Complaints(Journal journal, InstantSource clock, Setting setting) {
        this.journal = journal;
        this.clock = clock;
        this.setting = setting;
        this.kpi = new Kpi(setting.policy().kpi(), setting.policy().calendar());
        this.reports = new MonthlyReports(journal, setting, kpi);
        this.details = new SealedDetails(journal, setting);
    }

    /**
     * The entities of this chapter, for the persistence unit.
     *
     * @return the classes
     */
    public static List<Class<?>> entities() {
        return List.of(ComplaintEntity.class, ComplaintRouteEntity.class, ImportEntity.class, ReportEntity.class);
    }

    /**
     * How this chapter's tables are compared with the events.
     *
     * @return the comparisons
     */
    public static List<Replayable> replayable() {
        return List.of(new ComplaintReplay(), new ImportReplay(), new ReportReplay());
    }

    /** {@return the policy} */
    public ComplaintPolicy policy() {
        return setting.policy();
    }

    /** {@return the monthly reports of the units and what the centre makes of them} */
    public MonthlyReports reports() {
        return reports;
    }

    /** {@return the way to what is personal, with its reasons} */
    public SealedDetails details() {
        return details;
    }

    /**
     * Enters a complaint. One that lacks a detail is entered too, and is listed with what it lacks. Source: S004-R08, S004-R15,
     * AMB-32
     *
     * @param actor an officer of its unit, or of the centre
     * @param complaint what came in
     * @return the complaint as it stands in the register
     * @throws InvalidException listing every mistake
     * @throws PrakatException {@code CONFLICT} if its number is taken, {@code NOT_ALLOWED} saying who may
     */
    public Complaint add(Actor actor, NewComplaint complaint) {
        String subject = complaint.number().subject();
        return journal.command(actor, "complaint.add", subject, recording -> {
            require(recording, complaint.unit(), "enter a complaint");
            List<Finding> findings = new ArrayList<>();
            check(recording).complaint(complaint, findings::add);
            refuse("complaint " + complaint.number(), findings);
            if (recording.manager().find(ComplaintEntity.class, subject) != null) {
                throw new PrakatException(
                        ProblemCode.CONFLICT,
                        "complaint " + complaint.number() + " is in the register already; look at it, or give this one"
                                + " its own number");
            }
            Set<Detail> missing =
                    complaint.complainant().missing(setting.policy().admissibleWith());
            Seal seal = Seal.fresh(recording.manager(), setting.keys(), recording.now());
            ComplaintEntity entity = new ComplaintEntity(complaint, missing, seal);
            recording.manager().persist(entity);
            recording.event(
                    "complaint.received",
                    subject,
                    Map.of(
                            "given",
                            entity.given(),
                            "policy",
                            setting.policy().id(),
                            "policyVersion",
                            setting.policy().version()));
            return entity.toComplaint(kpi);
        });
    }

    /**
     * Takes a sheet into the register: UTF-8 CSV with the columns {@code number,unit,received,channel} and, if wanted, {@code
     * time,first_name,surname,address,telephone,matter,conclusion,concluded,informed}; or what {@link #export} wrote, whose column
     * {@code missing} then says what each lacked. All of it is taken, or nothing.
     *
     * @param actor an officer; of the centre for the complaints of several units
     * @param file what messages call the sheet
     * @param content its bytes
     * @param progress told after each thousand how many complaints are written; on this thread
     * @return what was taken
     * @throws InvalidException listing every bad row with its column and what to do about it; nothing was taken then
     */
    public ComplaintImport importSheet(Actor actor, String file, byte[] content, IntConsumer progress) {
        String subject = "complaint-import:" + UUID.randomUUID();
        return journal.command(actor, "complaint.import", subject, recording -> {
            Officer officer = setting.staff().require(actor.officer());
            return new Importing(setting, officer, subject).run(recording, file, content, progress);
        });
    }

    /**
     * Records how a complaint ended. While the complainant was not told, it is open. Source: S004-R16 to S004-R19
     *
     * @param actor an officer of its unit, or of the centre
     * @param number its number
     * @param conclusion the kind and the days
     * @return the complaint after it
     * @throws InvalidException listing every mistake, such as a conclusion before the receipt
     * @throws PrakatException {@code NOT_FOUND}, {@code NOT_ALLOWED}, {@code CONFLICT} if it was concluded already
     */
    public Complaint conclude(Actor actor, ComplaintNumber number, Conclusion conclusion) {
        return change(actor, "complaint.conclude", number, (recording, entity) -> {
            Conclusion before = entity.conclusion();
            if (before != null) {
                throw new PrakatException(
                        ProblemCode.CONFLICT,
                        "complaint " + number + " was concluded already, " + before.kind() + " on "
                                + before.concluded()
                                + (before.informed() == null ? "; record that the complainant was told" : ""));
            }
            List<Finding> findings = new ArrayList<>();
            check(recording).conclusion(conclusion, entity.received(), findings::add);
            refuse("the conclusion of complaint " + number, findings);
            entity.conclude(conclusion);
            Map<String, String> details = new HashMap<>(Map.of(
                    "kind",
                    conclusion.kind(),
                    "concluded",
                    conclusion.concluded().toString()));
            if (conclusion.informed() != null) {
                details.put("informed", conclusion.informed().toString());
            }
            recording.event("complaint.concluded", number.subject(), details);
        });
    }

    /**
     * Records that the complainant was told: only now a concluded complaint is resolved. Source: S004-R17 to S004-R20, AMB-06
     *
     * @param actor an officer of its unit, or of the centre
     * @param number its number
     * @param day the day
     * @return the complaint after it
     * @throws InvalidException if the day is before the conclusion or in the future
     * @throws PrakatException {@code NOT_FOUND}, {@code NOT_ALLOWED}, {@code CONFLICT} if it is not concluded yet, or the
     *     complainant was told already
     */
    public Complaint informed(Actor actor, ComplaintNumber number, LocalDate day) {
        return change(actor, "complaint.inform", number, (recording, entity) -> {
            Conclusion conclusion = entity.conclusion();
            if (conclusion == null || conclusion.informed() != null) {
                throw new PrakatException(
                        ProblemCode.CONFLICT,
                        "complaint " + number
                                + (conclusion == null
                                        ? " is not concluded yet; conclude it first"
                                        : ": the complainant was told on " + conclusion.informed() + " already"));
            }
            List<Finding> findings = new ArrayList<>();
            check(recording).informed(day, conclusion.concluded(), entity.received(), findings::add);
            refuse("complaint " + number, findings);
            entity.inform(day);
            recording.event("complaint.informed", number.subject(), Map.of("informed", day.toString()));
        });
    }

    /**
     * Gives a complaint to a section of the centre. Source: S004-R09
     *
     * @param actor an officer of its unit, or of the centre
     * @param number its number
     * @param section the section, one of the policy's
     * @param purpose what for
     * @return the complaint
     * @throws InvalidException if there is no such section or purpose
     * @throws PrakatException {@code NOT_FOUND}, {@code NOT_ALLOWED}
     */
    public Complaint route(Actor actor, ComplaintNumber number, String section, Purpose purpose) {
        return change(actor, "complaint.route", number, (recording, entity) -> {
            ComplaintPolicy policy = setting.policy();
            if (policy.sections().stream().noneMatch(known -> known.id().equals(section))
                    || !policy.purposes().contains(purpose)) {
                refuse(
                        "the routing of complaint " + number,
                        List.of(new Finding(
                                "section",
                                "S004-R09",
                                "found '" + section + "' for " + purpose + ", expected one of "
                                        + policy.sections().stream()
                                                .map(known -> known.id())
                                                .toList(),
                                "write one of them")));
            }
            ComplaintRoute route = new ComplaintRoute(section, purpose, recording.now(), actor.officer());
            recording
                    .manager()
                    .persist(new ComplaintRouteEntity(UUID.randomUUID().toString(), number.subject(), route));
            recording.event(
                    "complaint.routed", number.subject(), Map.of("section", section, "purpose", purpose.name()));
        });
    }

    /**
     * Looks at a complaint.
     *
     * @param number its number
     * @return the complaint, without any personal detail
     * @throws PrakatException {@code NOT_FOUND}
     */
    public Complaint get(ComplaintNumber number) {
        return journal.inUnitOfWork(manager -> Clerks.find(manager, number).toComplaint(kpi));
    }

    /**
     * Where a complaint went.
     *
     * @param number its number
     * @return the sections, oldest first
     */
    public List<ComplaintRoute> routes(ComplaintNumber number) {
        return journal.inUnitOfWork(manager -> ComplaintQueries.routes(manager, number.subject()).stream()
                .map(ComplaintRouteEntity::toRoute)
                .toList());
    }

    /**
     * The complaints that are not resolved: not concluded, or the complainant was not told.
     *
     * @param unit the code of a unit, or null for all
     * @param limit how many at the most
     * @return the oldest first
     */
    public List<Complaint> open(@Nullable String unit, int limit) {
        return journal.inUnitOfWork(manager -> ComplaintQueries.open(manager, unit == null ? "" : unit, limit).stream()
                .map(entity -> entity.toComplaint(kpi))
                .toList());
    }

    /**
     * The indicator of some months, from the register as it is now.
     *
     * @param from the first month
     * @param until the last month
     * @param unit the code of a unit, or null for all
     * @return the figures; provisional when the last month is not over
     */
    public KpiResult kpi(YearMonth from, YearMonth until, @Nullable String unit) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ThaiDate.BANGKOK);
        List<KpiCase> cases = journal.inUnitOfWork(manager ->
                ComplaintQueries.cases(manager, from.atDay(1), until.atEndOfMonth(), unit == null ? "" : unit));
        return kpi.period(from, until, today, cases);
    }

    /**
     * The indicator of some months for each unit that has a complaint in them, from the register as it is now.
     *
     * @param from the first month
     * @param until the last month
     * @return the figures of the period by the unit's code, in the order of the codes
     */
    public SortedMap<String, KpiFigures> kpiByUnit(YearMonth from, YearMonth until) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ThaiDate.BANGKOK);
        SortedMap<String, List<KpiCase>> cases = new TreeMap<>();
        journal.inUnitOfWork(manager -> ComplaintQueries.cases(manager, from.atDay(1), until.atEndOfMonth(), ""))
                .forEach(one -> cases.computeIfAbsent(one.unit(), unit -> new ArrayList<>())
                        .add(one));
        SortedMap<String, KpiFigures> figures = new TreeMap<>();
        cases.forEach((unit, own) ->
                figures.put(unit, kpi.period(from, until, today, own).total()));
        return figures;
    }

    /**
     * Writes the register as CSV, without anything personal; {@link #importSheet} reads it back.
     *
     * @param out where to write, as UTF-8; flushed, not closed
     * @param unit the code of a unit, or null for all
     * @throws IOException if the writer cannot be written to
     */
    public void export(Writer out, @Nullable String unit) throws IOException {
        new ComplaintExport(kpi)
                .write(
                        out,
                        after -> journal.inUnitOfWork(manager ->
                                ComplaintQueries.page(manager, unit == null ? "" : unit, after, PAGE).stream()
                                        .map(entity -> entity.toComplaint(kpi))
                                        .collect(Collectors.toList())));
    }

    /** One change of a complaint. */
    private interface Change {
        void make(Recording recording, ComplaintEntity complaint);
    }

    private Complaint change(Actor actor, String command, ComplaintNumber number, Change change) {
        return journal.command(actor, command, number.subject(), recording -> {
            ComplaintEntity entity = requireMine(recording, number);
            change.make(recording, entity);
            return entity.toComplaint(kpi);
        });
    }

    private ComplaintEntity requireMine(Recording recording, ComplaintNumber number) {
        return Clerks.requireMine(setting, recording, number);
    }

    private void require(Recording recording, String unit, String what) {
        Clerks.require(setting, recording.actor(), unit, what);
    }

    private ComplaintCheck check(Recording recording) {
        return new ComplaintCheck(setting.policy(), LocalDate.ofInstant(recording.now(), ThaiDate.BANGKOK));
    }

    private static void refuse(String subject, List<Finding> findings) {
        if (!findings.isEmpty()) {
            throw new InvalidException(ProblemCode.INVALID_INPUT, subject, findings);
        }
    }
}
