package dev.prakat.approval;

import dev.prakat.duty.DutyActor;
import dev.prakat.item.Item;
import dev.prakat.item.PlacementPlan;
import dev.prakat.journal.Recording;
import dev.prakat.policy.AgencyPolicy;
import dev.prakat.policy.ProcedureQuestion;
import dev.prakat.problem.Finding;
import dev.prakat.problem.InvalidException;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.procedure.Procedure;
import dev.prakat.procedure.ProcedureRun;
import dev.prakat.spi.Officer;
import dev.prakat.window.PublishWindow;
import dev.prakat.window.WindowTerms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Begins a case: what is submitted is looked at as a whole, the policy picks the procedure, and the first step is somebody's task. */
final class Submission {

    private final Casework casework;
    private final Notices notices;

    Submission(Casework casework, Notices notices) {
        this.casework = casework;
        this.notices = notices;
    }

    CaseEntity begin(Recording recording, Officer officer, Item item, CaseScreening.Result screened) {
        AgencyPolicy policy = casework.policy();
        casework.authority().requireOfUnit(officer, item, "submit");
        screened.requireFor(item);
        require(recording, item, screened);
        String source = item.current().origin().source();
        Procedure procedure = policy.procedureFor(new ProcedureQuestion(
                source, item.category(), new DutyActor(officer.unit(), officer.posts()), item.ownerUnit()));
        CaseFacts facts = casework.facts(item, officer);
        casework.authority().requireAppointedSubmitter(officer, procedure, facts, recording.now());
        CaseEntity before = CaseQueries.newest(recording.manager(), item.id()).orElse(null);
        requireTold(before);
        requireFree(before, item);
        String binding = casework.items().binding(item);
        casework.items().submitted(recording, item.id());
        int number = before == null ? 1 : CaseQueries.count(recording.manager(), item.id()) + 1;
        CaseEntity run = new CaseEntity(
                item.id().value() + "/" + number,
                item,
                binding,
                policy,
                new CaseEntity.Submission(
                        procedure, officer, recording.now(), source, resubmits(before), screened.findings()));
        casework.begins(recording, run, ProcedureRun.submitted(procedure, recording.now()));
        recording.event("item.submitted", item.id().value(), details(run, procedure, before));
        notices.task(recording, casework.open(run));
        return run;
    }

    private Map<String, String> details(CaseEntity run, Procedure procedure, @Nullable CaseEntity before) {
        AgencyPolicy policy = casework.policy();
        Map<String, String> details = new HashMap<>(Map.of(
                "case", run.id(),
                "revision", Integer.toString(run.revision()),
                "procedure", procedure.id(),
                "policy", policy.id(),
                "policyVersion", policy.version(),
                "binding", run.binding(),
                "warnings", Integer.toString(run.findings().size())));
        String resubmits = resubmits(before);
        if (resubmits != null) {
            details.put("resubmits", resubmits);
        }
        return details;
    }

    /** The case that a new one answers. Source: S002-R07, S003-R05 */
    private static @Nullable String resubmits(@Nullable CaseEntity before) {
        if (before == null) {
            return null;
        }
        return switch (before.status()) {
            case REFUSED, RETURNED -> before.id();
            // A submission that was called off answered nothing: what it would have answered is still unanswered.
            case WITHDRAWN -> before.resubmits();
            default -> null;
        };
    }

    /** Whoever was refused is told before the same item comes again. Source: S002-R06, S003-R05 */
    private static void requireTold(@Nullable CaseEntity before) {
        if (before != null && before.status() == ApprovalCase.Status.REFUSED && before.step() != null) {
            throw new PrakatException(
                    ProblemCode.CONFLICT,
                    "item " + before.item() + ": its refusal (case " + before.id()
                            + ") was not told to the requester yet," + " step " + before.step()
                            + ". Submit it again after that.");
        }
    }

    /** One case decides at a time; and what is agreed to and still on its way needs no second agreement. */
    private static void requireFree(@Nullable CaseEntity before, Item item) {
        if (before == null) {
            return;
        }
        boolean running = before.status() == ApprovalCase.Status.IN_PROGRESS;
        boolean agreed = before.status() == ApprovalCase.Status.APPROVED
                && before.revision() == item.current().number();
        if (running || agreed) {
            throw new PrakatException(
                    ProblemCode.CONFLICT,
                    "item " + item.id() + ": revision " + before.revision() + " is "
                            + (running ? "being decided" : "agreed to already") + " (case " + before.id() + ", step "
                            + before.step() + "). "
                            + (running
                                    ? "Await the decision, or call the submission off, and submit again."
                                    : "Revise it, or renew it for a longer period, and submit what is new."));
        }
    }

    /** Everything that is wrong with it, at once. Source: AMB-09, S001-R26, S003-R19 */
    private void require(Recording recording, Item item, CaseScreening.Result screened) {
        List<Finding> findings = new ArrayList<>(windows(recording, item));
        findings.addAll(
                casework.policy().missingFields(item.category(), item.current().fieldValues()));
        findings.addAll(screened.blocked());
        if (!findings.isEmpty()) {
            throw new InvalidException(ProblemCode.INVALID_INPUT, "the submission of item " + item.id(), findings);
        }
    }

    /**
     * Every period must still have a part to come, and keep the terms of the category. A period that goes on with an agreed one
     * is measured from the agreed end, as a renewal is. Source: S001-R26, AMB-09
     */
    List<Finding> windows(Recording recording, Item item) {
        WindowTerms terms = casework.policy().windowTerms(item.category());
        List<Finding> findings = new ArrayList<>();
        if (item.current().plan().isEmpty()) {
            findings.add(new Finding(
                    "placements",
                    "S001-R26",
                    "found none, expected at least one website with a period",
                    "revise the item and say where and for how long it is to be public"));
        }
        Map<String, PublishWindow> agreed = agreed(recording, item);
        for (PlacementPlan plan : item.current().plan()) {
            findingsOf(terms, plan.window(), agreed.get(plan.target()), recording.now()).stream()
                    .map(finding -> finding.at("placement on '" + plan.target() + "', "))
                    .forEach(findings::add);
        }
        return findings;
    }

    private Map<String, PublishWindow> agreed(Recording recording, Item item) {
        Integer approved = item.approvedRevision();
        return approved == null
                ? Map.of()
                : casework.items().revision(recording.manager(), item.id(), approved).plan().stream()
                        .collect(Collectors.toMap(PlacementPlan::target, PlacementPlan::window, (one, other) -> one));
    }

    private static List<Finding> findingsOf(
            WindowTerms terms, PublishWindow window, @Nullable PublishWindow agreed, Instant now) {
        List<Finding> findings = new ArrayList<>(
                agreed != null && agreed.opens().equals(window.opens())
                        ? terms.findings(window, agreed, Capacity.day(now))
                        : terms.findings(window));
        if (window.endedBy(now)) {
            findings.add(new Finding(
                    "until",
                    "S001-R26",
                    "found the end " + window.closes() + ", expected one after now, " + now,
                    "revise the item with a later end"));
        }
        return findings;
    }
}
