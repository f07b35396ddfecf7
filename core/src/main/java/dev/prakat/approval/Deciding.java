package dev.prakat.approval;

import dev.prakat.category.CategoryId;
import dev.prakat.item.Item;
import dev.prakat.item.ItemId;
import dev.prakat.journal.Recording;
import dev.prakat.policy.AgencyPolicy;
import dev.prakat.problem.Finding;
import dev.prakat.problem.InvalidException;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.procedure.Outcome;
import dev.prakat.procedure.ProcedureRun;
import dev.prakat.procedure.StepKind;
import dev.prakat.procedure.Transition;
import dev.prakat.spi.Officer;
import dev.prakat.spi.OfficerId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes the decision on the step that a case awaits, and what follows from it. */
final class Deciding {

    private static final Set<Outcome> NEED_A_REASON = EnumSet.of(Outcome.REFUSE, Outcome.RETURN, Outcome.HOLD);

    private final Casework casework;
    private final Submission submission;
    private final Publishing publishing;
    private final Notices notices;

    Deciding(Casework casework, Submission submission, Publishing publishing, Notices notices) {
        this.casework = casework;
        this.submission = submission;
        this.publishing = publishing;
        this.notices = notices;
    }

    CaseEntity decide(Recording recording, Officer officer, ItemId id, Decision decision) {
        requireWords(decision);
        Item item = casework.items().require(recording.manager(), id);
        Casework.Open open = casework.open(recording, id, Set.of(StepKind.DECIDE))
                .orElseThrow(() -> new PrakatException(
                        ProblemCode.CONFLICT,
                        "item " + id + ": no decision is awaited, it is " + item.state() + ". Submit it first."));
        CaseEntity entity = open.entity();
        CaseFacts facts = open.facts();
        Standing standing = casework.authority().requireTaker(officer, facts, open.step(), recording.now());
        requireUnchanged(item, entity);
        casework.requireNotYetActed(open, officer);
        Decision chosen = resolved(decision, open, officer, recording);
        // The run says what may not be; it is asked before anything is written down.
        ProcedureRun after = open.run().decide(chosen.outcome(), chosen.choice(), recording.now());
        boolean moves = chosen.outcome() != Outcome.APPROVE || casework.enough(open, standing);
        waive(recording, officer, entity, chosen);
        if (moves && after.status() == ProcedureRun.Status.APPROVED) {
            requireWaived(entity);
        }
        entity.add(new ActEntity(
                entity.id(),
                entity.acts().size(),
                new ApprovalCase.Act(
                        open.step().id(),
                        chosen.outcome(),
                        chosen.choice(),
                        chosen.reason(),
                        officer.id(),
                        standing.order() == null ? null : standing.order().orderNumber(),
                        recording.now(),
                        entity.stepDue()),
                standing.actor(),
                true,
                moves));
        recording.event("item.decided", id.value(), details(open, chosen, standing, moves));
        if (moves) {
            moved(recording, item, open, chosen, after);
        }
        return entity;
    }

    private void moved(Recording recording, Item item, Casework.Open open, Decision decision, ProcedureRun after) {
        CaseEntity entity = open.entity();
        if (decision.outcome() == Outcome.CLASSIFY) {
            CategoryId category = new CategoryId(String.valueOf(decision.choice()));
            casework.items().classified(recording, item.id(), category);
            entity.bindsTo(casework.items().binding(casework.items().require(recording.manager(), item.id())));
            recording.event(
                    "item.case-bound", item.id().value(), Map.of("case", entity.id(), "binding", entity.binding()));
        }
        casework.stands(recording, entity, after);
        boolean was = open.run().status() == ProcedureRun.Status.APPROVED;
        switch (after.status()) {
            case APPROVED -> {
                if (!was) {
                    casework.items().approved(recording, item.id(), entity.binding());
                    publishing.agreed(recording, entity);
                }
            }
            case REFUSED, RETURNED -> {
                casework.items().sentBack(recording, item.id());
                notices.sentBack(recording, entity, decision, after);
            }
            case IN_PROGRESS -> {}
        }
        boolean elsewhere = after.currentStep().isPresent()
                && !after.currentStep().get().id().equals(open.step().id());
        if (elsewhere) {
            notices.task(recording, casework.open(entity));
        }
    }

    /** The choice as the register knows it: a category's id, an officer who exists, the unit's code. */
    private Decision resolved(Decision decision, Casework.Open open, Officer officer, Recording recording) {
        String choice = decision.choice();
        if (choice == null) {
            return decision;
        }
        if (decision.outcome() == Outcome.CLASSIFY) {
            CategoryId category = casework.policy().categories().require(choice).id();
            requireFits(open.entity(), category, recording);
            return new Decision(decision.outcome(), decision.reason(), category.value(), decision.waiver());
        }
        Transition transition = open.step().on().get(Outcome.ASSIGN);
        if (decision.outcome() == Outcome.ASSIGN
                && transition != null
                && transition.assignTo().isEmpty()) {
            requireColleague(choice, open, officer);
        }
        return decision;
    }

    /** What is classified must keep the terms of its new category: duty-holders, period, fields. Source: S001-R13, AMB-21 */
    private void requireFits(CaseEntity entity, CategoryId category, Recording recording) {
        AgencyPolicy policy = casework.policy();
        Item item = casework.items().require(recording.manager(), entity.item());
        List<Finding> findings = new ArrayList<>();
        if (policy.matrix().gaps().contains(category)) {
            findings.add(new Finding(
                    "category",
                    "AMB-21",
                    "found " + category + ", for which no duty-holder is configured",
                    "choose another category, or have the unit written into the matrix of the policy"));
        }
        findings.addAll(submission.windows(recording, item.inCategory(category)));
        findings.addAll(policy.missingFields(category, item.current().fieldValues()));
        if (!findings.isEmpty()) {
            throw new InvalidException(
                    ProblemCode.INVALID_INPUT, "item " + entity.item() + " in the category " + category, findings);
        }
    }

    /** An officer is assigned by the director of the same unit, and must be able to take the step. Source: S001-R13, S001-R18 */
    private void requireColleague(String choice, Casework.Open open, Officer officer) {
        String unit =
                casework.staff().find(new OfficerId(choice)).map(Officer::unit).orElse(null);
        if (unit == null || !unit.equals(officer.unit())) {
            throw new InvalidException(
                    ProblemCode.INVALID_INPUT,
                    "the assignment in step " + open.step().id() + " of item "
                            + open.entity().item(),
                    List.of(new Finding(
                            "officer",
                            open.step().rule(),
                            unit == null
                                    ? "found '" + choice + "', whom the staff directory does not know"
                                    : "found '" + choice + "' of " + unit,
                            "assign an officer of " + officer.unit() + ": "
                                    + String.join(
                                            ", ",
                                            casework.staff().ofUnit(officer.unit()).stream()
                                                    .map(one -> one.id().value())
                                                    .toList()))));
        }
    }

    private void requireUnchanged(Item item, CaseEntity run) {
        if (!casework.items().isAgreed(item.current(), item.category(), run.binding())) {
            throw new PrakatException(
                    ProblemCode.CONFLICT,
                    "item " + item.id() + ": it is not what was submitted any more (submitted " + run.binding()
                            + "). A replay names what was changed; call the submission off and submit it again.");
        }
    }

    private static void waive(Recording recording, Officer officer, CaseEntity entity, Decision decision) {
        String why = decision.waiver();
        if (why != null) {
            entity.findings().stream()
                    .filter(CaseFindingEntity::isOpen)
                    .forEach(finding -> finding.waived(why.strip(), officer.id(), recording.now()));
        }
    }

    /** What screening warned of needs somebody who says why it may stay. */
    private static void requireWaived(CaseEntity entity) {
        List<Finding> open = entity.findings().stream()
                .filter(CaseFindingEntity::isOpen)
                .map(CaseFindingEntity::toFinding)
                .map(finding -> new Finding(
                        finding.place() + " " + finding.line() + ":" + finding.column(),
                        "PDPA-22",
                        "found what looks like " + finding.kind() + " (" + finding.masked() + ")",
                        "say in the decision why it may stay (waiver), or send the item back"))
                .toList();
        if (!open.isEmpty()) {
            throw new InvalidException(
                    ProblemCode.INVALID_INPUT, "agreement to item " + entity.item() + " without a waiver", open);
        }
    }

    private void requireWords(Decision decision) {
        List<Finding> findings = new ArrayList<>();
        boolean refusal = decision.outcome() != Outcome.REFUSE
                || casework.policy().settings().refusalNeedsReason();
        if (NEED_A_REASON.contains(decision.outcome())
                && refusal
                && decision.reason().isBlank()) {
            findings.add(new Finding(
                    "reason",
                    "S002-R06",
                    "found none, expected why the item is not agreed to",
                    "write the reason; the requester corrects by it"));
        }
        if (decision.waiver() != null && decision.waiver().isBlank()) {
            findings.add(new Finding(
                    "waiver",
                    "PDPA-22",
                    "found an empty one, expected why what was found may be public",
                    "write the reason, or leave the waiver out"));
        }
        if (!findings.isEmpty()) {
            throw new InvalidException(ProblemCode.INVALID_INPUT, "the decision", findings);
        }
    }

    private Map<String, String> details(Casework.Open open, Decision decision, Standing standing, boolean moves) {
        Map<String, String> details = new HashMap<>(Map.of(
                "case", open.entity().id(),
                "step", open.step().id(),
                "outcome", decision.outcome().name(),
                "reason", decision.reason(),
                "as", standing.as(),
                "counted", Boolean.toString(moves),
                "binding", open.entity().binding()));
        if (decision.choice() != null) {
            details.put("choice", decision.choice());
        }
        if (decision.waiver() != null) {
            details.put("waiver", decision.waiver());
        }
        return details;
    }
}
