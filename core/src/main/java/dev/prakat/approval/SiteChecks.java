package dev.prakat.approval;

import dev.prakat.category.Category;
import dev.prakat.item.Item;
import dev.prakat.item.ItemId;
import dev.prakat.journal.Journal;
import dev.prakat.journal.Recording;
import dev.prakat.problem.Finding;
import dev.prakat.problem.InvalidException;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.procedure.RunChoices;
import dev.prakat.procedure.StandingDuty;
import dev.prakat.procedure.StepActor;
import dev.prakat.spi.Actor;
import dev.prakat.spi.Officer;
import dev.prakat.spi.OfficerId;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The regular checks of the website, and the errors that they find: fixed at once, reported to the superior, closed when both is
 * done. Thread-safe. Source: S001-R27, S001-R28, S002-R15, S003-R18, AMB-13, AMB-14, AMB-15
 */
public final class SiteChecks {

    private static final String LAST = """
            select max(c.at) from SiteCheckEntity c
            where c.duty = :duty and c.unit = :unit""";

    private final Journal journal;
    private final Casework casework;
    private final SiteErrors errors;
    private final Notices notices;

    SiteChecks(Journal journal, Casework casework, SiteErrors errors, Notices notices) {
        this.journal = journal;
        this.casework = casework;
        this.errors = errors;
        this.notices = notices;
    }

    /**
     * Records a check that was made. Each call is a check of its own; it resets the clock of the duty for the officer's unit.
     *
     * @param actor whom the standing duty names, for at least one category
     * @param check which duty, and what was found
     * @return the errors as they were taken in, in the order of the check
     * @throws InvalidException listing every mistake: no such duty, one that does not recur, an error without words
     * @throws PrakatException {@code NOT_ALLOWED} saying who may, {@code NOT_FOUND} if an item does not exist
     */
    public List<SiteError> record(Actor actor, SiteCheck check) {
        return journal.command(actor, "site.check", check.duty(), recording -> {
            Officer officer = casework.staff().require(actor.officer());
            StandingDuty duty = require(check);
            requireHolder(officer, duty, recording.now());
            String id = UUID.randomUUID().toString();
            recording.manager().persist(new SiteCheckEntity(id, duty.id(), officer, recording.now(), check.note()));
            recording.event(
                    "site.checked",
                    id,
                    Map.of(
                            "duty",
                            duty.id(),
                            "unit",
                            officer.unit(),
                            "note",
                            check.note(),
                            "errors",
                            Integer.toString(check.errors().size())));
            List<SiteError> taken = new ArrayList<>();
            for (SiteCheck.Found found : check.errors()) {
                taken.add(errors.found(recording, found(recording, id, officer, found))
                        .toError());
            }
            return taken;
        });
    }

    private SiteErrors.Found found(Recording recording, String check, Officer officer, SiteCheck.Found found) {
        ItemId id = found.item();
        if (id == null) {
            return new SiteErrors.Found(check, null, "", officer.unit(), found.place(), found.message());
        }
        Item item = casework.items().require(recording.manager(), id);
        return new SiteErrors.Found(
                check, id, item.publicCategory().value(), item.ownerUnit(), found.place(), found.message());
    }

    /**
     * Records that an error was fixed. A second call replaces the first.
     *
     * @param actor an officer of the unit whose it is, or whom the duty to repair names
     * @param error the error's key
     * @param how what was done
     * @return the error after it
     * @throws InvalidException if nothing is said about how
     * @throws PrakatException {@code NOT_FOUND}, {@code NOT_ALLOWED} saying who may, {@code CONFLICT} if it is closed
     */
    public SiteError fixed(Actor actor, String error, String how) {
        return change(actor, "site.fix", error, how, (recording, entity, officer) -> {
            entity.fixed(officer.id(), recording.now(), how);
            recording.event("site.error-fixed", entity.subject(), Map.of("error", error, "how", how));
        });
    }

    /**
     * Reports an error to the superior, who is told by it. A second call replaces the first.
     *
     * @param actor an officer of the unit whose it is, or whom the duty to repair names
     * @param error the error's key
     * @param what what happened and what was done
     * @return the error after it
     * @throws InvalidException if nothing is said
     * @throws PrakatException {@code NOT_FOUND}, {@code NOT_ALLOWED} saying who may, {@code CONFLICT} if it is closed
     */
    public SiteError reported(Actor actor, String error, String what) {
        return change(actor, "site.report", error, what, (recording, entity, officer) -> {
            entity.reported(officer.id(), recording.now(), what);
            recording.event("site.error-reported", entity.subject(), Map.of("error", error, "what", what));
            notices.errorReported(recording, entity.toError());
        });
    }

    /**
     * The errors that are not closed.
     *
     * @return the errors, the one that is due first first
     */
    public List<SiteError> openErrors() {
        return journal.inUnitOfWork(SiteErrors::open);
    }

    /**
     * Whether somebody is whom a standing duty names: by duty or post for at least one category, or by a dated order.
     *
     * @param officer the officer
     * @param who whom the policy names
     * @param at when
     * @return false also for whoever the directory does not know
     */
    public boolean answersTo(OfficerId officer, StepActor who, Instant at) {
        return casework.staff().find(officer).stream().anyMatch(known -> holds(known, who, at));
    }

    /** The checks that an officer's unit owes at an instant, and the errors that the officer may fix. */
    List<Task> tasks(EntityManager manager, Officer officer, Instant now) {
        List<Task> tasks = new ArrayList<>();
        for (StandingDuty duty : casework.policy().standingDuties()) {
            if (recurs(duty) && holds(officer, duty.who(), now)) {
                Instant last = manager.createQuery(LAST, Instant.class)
                        .setParameter("duty", duty.id())
                        .setParameter("unit", officer.unit())
                        .getSingleResult();
                Instant due =
                        last == null ? now : duty.due(last, casework.policy().calendar());
                tasks.add(Task.check(duty, last, due, now));
            }
        }
        SiteErrors.open(manager).stream()
                .filter(error -> mayRepair(officer, error, now))
                .map(error -> Task.repair(error, now))
                .forEach(tasks::add);
        return tasks;
    }

    /** A check that people make; what the sweep does by itself, and reports, are other things. */
    private static boolean recurs(StandingDuty duty) {
        return duty.every() != null
                && (duty.kind() == StandingDuty.Kind.SITE_CHECK
                        || duty.kind() == StandingDuty.Kind.CURRENCY
                        || duty.kind() == StandingDuty.Kind.COMPLETENESS);
    }

    private StandingDuty require(SiteCheck check) {
        List<Finding> findings = new ArrayList<>();
        Optional<StandingDuty> duty = casework.policy().standingDuties().stream()
                .filter(known -> known.id().equals(check.duty()) && recurs(known))
                .findFirst();
        if (duty.isEmpty()) {
            findings.add(new Finding(
                    "duty",
                    "S001-R27",
                    "found '" + check.duty() + "', which is no regular check",
                    "write one of "
                            + casework.policy().standingDuties().stream()
                                    .filter(SiteChecks::recurs)
                                    .map(StandingDuty::id)
                                    .toList()));
        }
        for (int i = 0; i < check.errors().size(); i++) {
            if (check.errors().get(i).message().isBlank()) {
                findings.add(new Finding(
                        "error " + (i + 1),
                        "S001-R28",
                        "found no words, expected what is wrong",
                        "write what is wrong"));
            }
        }
        if (!findings.isEmpty()) {
            throw new InvalidException(ProblemCode.INVALID_INPUT, "the check of the site", findings);
        }
        return duty.orElseThrow();
    }

    private void requireHolder(Officer officer, StandingDuty duty, Instant at) {
        if (!holds(officer, duty.who(), at)) {
            throw Authority.no(
                    officer,
                    "make the check '" + duty.id() + "'",
                    "the officer is " + Authority.describe(officer),
                    duty.who() instanceof StepActor.DutyHolder holder
                            ? "whoever holds the duty " + holder.dutyId() + " for some category"
                            : duty.who().toString());
        }
    }

    /** Whether a standing duty is the officer's for any category. */
    private boolean holds(Officer officer, StepActor who, Instant at) {
        return casework.policy().categories().all().stream()
                .anyMatch(category -> casework.authority()
                        .capacity()
                        .of(officer, who, facts(category, officer.unit(), officer), at)
                        .isPresent());
    }

    private CaseFacts facts(Category category, String unit, Officer officer) {
        return new CaseFacts(
                new ItemId("none"),
                category.id(),
                casework.path(category.id()),
                unit,
                officer.id(),
                officer.id(),
                officer.unit(),
                RunChoices.NONE,
                Map.of());
    }

    private boolean mayRepair(Officer officer, SiteError error, Instant at) {
        if (officer.unit().equals(error.ownerUnit())) {
            return true;
        }
        StepActor who = errors.repair().map(StandingDuty::who).orElse(null);
        return who != null
                && error.category() != null
                && casework.authority()
                        .capacity()
                        .of(
                                officer,
                                who,
                                facts(
                                        casework.policy()
                                                .categories()
                                                .require(error.category().value()),
                                        error.ownerUnit(),
                                        officer),
                                at)
                        .isPresent();
    }

    /** One change of an error. */
    private interface Change {
        void make(Recording recording, SiteErrorEntity error, Officer officer);
    }

    private SiteError change(Actor actor, String command, String id, String words, Change change) {
        return journal.command(actor, command, id, recording -> {
            Officer officer = casework.staff().require(actor.officer());
            SiteErrorEntity entity = errors.require(recording.manager(), id);
            SiteError error = entity.toError();
            if (!mayRepair(officer, error, recording.now())) {
                throw Authority.no(
                        officer,
                        command + " error " + id,
                        "the officer is " + Authority.describe(officer),
                        "an officer of " + error.ownerUnit() + ", or who holds the duty to repair it");
            }
            if (error.closed()) {
                throw new PrakatException(
                        ProblemCode.CONFLICT, "error '" + id + "' is closed: it was fixed and reported already");
            }
            if (words.isBlank()) {
                throw new InvalidException(
                        ProblemCode.INVALID_INPUT,
                        "error " + id,
                        List.of(new Finding(
                                "text",
                                "S001-R28",
                                "found nothing, expected what was done or is reported",
                                "write it in a sentence")));
            }
            change.make(recording, entity, officer);
            return entity.toError();
        });
    }
}
