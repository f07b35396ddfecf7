package dev.prakat.approval;

import dev.prakat.calendar.Reprojection;
import dev.prakat.calendar.WorkingCalendar;
import dev.prakat.duty.DutyActor;
import dev.prakat.item.Item;
import dev.prakat.item.ItemId;
import dev.prakat.item.ItemLifecycle;
import dev.prakat.item.PlacementPlan;
import dev.prakat.item.TakeDownOrder;
import dev.prakat.journal.Journal;
import dev.prakat.journal.Recording;
import dev.prakat.policy.AgencyPolicy;
import dev.prakat.policy.ProcedureQuestion;
import dev.prakat.problem.Finding;
import dev.prakat.problem.InvalidException;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.procedure.Outcome;
import dev.prakat.procedure.Procedure;
import dev.prakat.procedure.ProcedureRun;
import dev.prakat.procedure.Step;
import dev.prakat.spi.Actor;
import dev.prakat.spi.Officer;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.spi.TakeDownReason;
import dev.prakat.staff.StaffRegister;
import dev.prakat.window.WindowTerms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs the policy's procedure for an item. An agreement binds to the revision's hash and to each placement's target, from,
 * until and kind of take-down; nothing else becomes public by it. Every command, refused ones too, is in the traffic log.
 * Thread-safe.
 */
public final class Approvals {

    private static final String INTERNAL = "INTERNAL";

    private final Journal journal;
    private final ItemLifecycle items;
    private final AgencyPolicy policy;
    private final StaffRegister staff;
    private final Authority authority;

    /**
     * Wires the service; hosts get it from {@code Prakat.approvals()}.
     *
     * @param journal runs the commands
     * @param items the items
     * @param policy the agency's policy
     * @param staff the officers
     */
    public Approvals(Journal journal, ItemLifecycle items, AgencyPolicy policy, StaffRegister staff) {
        this.journal = journal;
        this.items = items;
        this.policy = policy;
        this.staff = staff;
        this.authority = new Authority(policy, staff);
    }

    /**
     * The entities of this chapter, for the persistence unit.
     *
     * @return the classes
     */
    public static List<Class<?>> entities() {
        return List.of(CaseEntity.class, DecisionEntity.class);
    }

    /**
     * Submits the newest revision of an item. Begins a new case; an earlier refusal stays on record.
     *
     * @param id the item
     * @param actor an officer of the item's unit, which must hold the duty to give the data and to publish it
     * @return the case
     * @throws InvalidException if a placement's whole period is over, or breaks the terms of its category
     * @throws PrakatException {@code NOT_FOUND}, {@code NOT_ALLOWED} saying who may, {@code CONFLICT} if a case is running
     */
    public ApprovalCase submit(ItemId id, Actor actor) {
        return journal.command(actor, "item.submit", id.value(), recording -> {
            Officer officer = staff.require(actor.officer());
            Item item = items.require(recording.manager(), id);
            authority.requireSubmitter(officer, item);
            requireWindows(item, recording.now());
            Procedure procedure = policy.procedureFor(new ProcedureQuestion(
                    INTERNAL, item.category(), new DutyActor(officer.unit(), officer.posts()), item.ownerUnit()));
            String binding = items.binding(item);
            items.submitted(recording, id);
            int number = CaseQueries.ofItem(recording.manager(), id).size() + 1;
            CaseEntity run = new CaseEntity(
                    id.value() + "/" + number,
                    item,
                    binding,
                    policy,
                    new CaseEntity.Submission(procedure, officer, recording.now()));
            recording.manager().persist(run);
            recording.event(
                    "item.submitted",
                    id.value(),
                    Map.of(
                            "case", run.id(),
                            "procedure", procedure.id(),
                            "policy", policy.id(),
                            "policyVersion", policy.version(),
                            "binding", binding));
            return run.toCase();
        });
    }

    /**
     * Decides the step that an item's case awaits.
     *
     * @param id the item
     * @param actor who the step names
     * @param decision what it comes to
     * @return the case after it
     * @throws InvalidException if a refusal or a return has no reason
     * @throws PrakatException {@code NOT_FOUND}, {@code NOT_ALLOWED} saying who may, {@code CONFLICT} if no decision is
     *     awaited, if the item is not what was submitted, or if somebody else decided first
     */
    public ApprovalCase decide(ItemId id, Actor actor, Decision decision) {
        return journal.command(actor, "item.decide", id.value(), recording -> {
            Officer officer = staff.require(actor.officer());
            requireReason(decision);
            Item item = items.require(recording.manager(), id);
            CaseEntity run = CaseQueries.newest(recording.manager(), id, ApprovalCase.Status.IN_PROGRESS)
                    .orElseThrow(() -> new PrakatException(
                            ProblemCode.CONFLICT,
                            "item " + id + ": no decision is awaited, it is " + item.state() + ". Submit it first."));
            Procedure procedure = procedure(run);
            ProcedureRun before = run.run(procedure);
            Step step = before.currentStep().orElseThrow();
            authority.requireDecider(officer, item, run, step);
            requireUnchanged(item, run);
            run.decided(decision, step, officer.id(), recording.now());
            ProcedureRun after = before.decide(decision.outcome(), recording.now());
            run.stands(after, policy);
            settle(recording, id, run, after);
            recording.event(
                    "item.decided",
                    id.value(),
                    Map.of(
                            "case", run.id(),
                            "step", step.id(),
                            "outcome", decision.outcome().name(),
                            "reason", decision.reason(),
                            "binding", run.binding()));
            return run.toCase();
        });
    }

    /**
     * Orders an item to be taken down at once, from whatever state. The next sweep carries it out on every target.
     *
     * @param id the item
     * @param actor an officer of the item's unit, or of a unit that holds a duty for its category
     * @param kind what is left
     * @param reason why; not {@link TakeDownReason#EXPIRED}
     * @param note the reason in words; not blank
     * @throws InvalidException if the note is blank, the reason is EXPIRED, or the kind needs an address
     * @throws PrakatException {@code NOT_FOUND}, {@code NOT_ALLOWED} saying who may
     */
    public void withdraw(ItemId id, Actor actor, TakeDownKind kind, TakeDownReason reason, String note) {
        journal.command(actor, "item.withdraw", id.value(), recording -> {
            Officer officer = staff.require(actor.officer());
            Item item = items.require(recording.manager(), id);
            authority.requireWithdrawer(officer, item);
            if (note.isBlank() || reason == TakeDownReason.EXPIRED || kind == TakeDownKind.REDIRECT) {
                throw new InvalidException(
                        ProblemCode.INVALID_INPUT,
                        "withdrawal of item " + id,
                        List.of(
                                new Finding(
                                        "order",
                                        "prakat",
                                        "found kind " + kind + ", reason " + reason + " and note '" + note + "'",
                                        "give a reason in words; EXPIRED is the sweep's, and REDIRECT needs a plan with an address")));
            }
            items.ordered(recording, id, new TakeDownOrder(kind, reason, note, recording.now(), officer.id()));
            return id;
        });
    }

    /**
     * Counts every open deadline again, after the calendar has changed. A deadline that moves is journaled with the old
     * instant, the new one and the holidays that moved it. A second call moves nothing.
     *
     * @param actor who brought the new calendar
     * @param before the calendar by which deadlines were counted until now; the policy's own holds from now on
     * @return how many deadlines moved Source: AMB-05
     */
    public int recount(Actor actor, WorkingCalendar before) {
        Recount recount = new Recount(policy, Reprojection.between(before, policy.calendar()));
        return journal.command(actor, "deadlines.recount", policy.id(), recording -> {
            int moved = 0;
            for (CaseEntity run : CaseQueries.withDeadline(recording.manager())) {
                moved += recount.one(recording, run, run.run(procedure(run))) ? 1 : 0;
            }
            return moved;
        });
    }

    /**
     * The cases of an item.
     *
     * @param id the item
     * @return its cases, oldest first; empty when it was never submitted
     */
    public List<ApprovalCase> cases(ItemId id) {
        return journal.inUnitOfWork(manager ->
                CaseQueries.ofItem(manager, id).stream().map(CaseEntity::toCase).toList());
    }

    /**
     * Closes the publish step of an item's case; called by delivery inside its unit of work.
     *
     * @param recording the step of the delivery
     * @param id the item
     */
    public void published(Recording recording, ItemId id) {
        CaseQueries.newest(recording.manager(), id, ApprovalCase.Status.APPROVED)
                .ifPresent(run -> {
                    Instant due = run.stepDue();
                    run.published();
                    recording.event(
                            "item.published",
                            id.value(),
                            Map.of(
                                    "case", run.id(),
                                    "due", String.valueOf(due),
                                    "late",
                                            Boolean.toString(due != null
                                                    && recording.now().isAfter(due))));
                });
    }

    private void settle(Recording recording, ItemId id, CaseEntity run, ProcedureRun after) {
        switch (after.status()) {
            case APPROVED -> items.approved(recording, id, run.binding());
            case REFUSED, RETURNED -> items.sentBack(recording, id);
            case IN_PROGRESS -> {}
        }
    }

    /** A case keeps the procedure that it began with; a policy that no longer has it cannot run it on. */
    private Procedure procedure(CaseEntity run) {
        return policy.procedures().stream()
                .filter(procedure -> procedure.id().equals(run.procedure()))
                .findFirst()
                .orElseThrow(() -> new PrakatException(
                        ProblemCode.CONFIGURATION,
                        "case " + run.id() + ": the policy " + policy.id() + " has no procedure '" + run.procedure()
                                + "' any more. Put it back, or withdraw the item and submit it again."));
    }

    private void requireUnchanged(Item item, CaseEntity run) {
        String binding = items.binding(item);
        if (!binding.equals(run.binding())) {
            throw new PrakatException(
                    ProblemCode.CONFLICT,
                    "item " + item.id() + ": it is not what was submitted (found " + binding + ", submitted "
                            + run.binding() + "). Submit it again.");
        }
    }

    private static void requireReason(Decision decision) {
        if (decision.outcome() != Outcome.APPROVE && decision.reason().isBlank()) {
            throw new InvalidException(
                    ProblemCode.INVALID_INPUT,
                    "the decision",
                    List.of(new Finding(
                            "reason",
                            "S002-R06",
                            "found none, expected why the item is not agreed to",
                            "write the reason; the requester corrects by it")));
        }
    }

    /** Every period must still have a part to come, and keep the terms of the category. Source: S001-R26, AMB-09 */
    private void requireWindows(Item item, Instant now) {
        WindowTerms terms = policy.windowTerms(item.category());
        List<Finding> findings = new ArrayList<>();
        for (PlacementPlan plan : item.current().plan()) {
            if (plan.window().endedBy(now)) {
                findings.add(closed(plan, now));
            }
            findings.addAll(terms.findings(plan.window()));
        }
        if (!findings.isEmpty()) {
            throw new InvalidException(ProblemCode.INVALID_INPUT, "item " + item.id(), findings);
        }
    }

    private static Finding closed(PlacementPlan plan, Instant now) {
        return new Finding(
                "placement on " + plan.target(),
                "S001-R26",
                "found a period that ended at " + plan.window().closes() + ", now it is " + now,
                "revise the item with a period that is still to come");
    }
}
