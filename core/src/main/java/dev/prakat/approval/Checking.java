package dev.prakat.approval;

import dev.prakat.category.ChecklistItem;
import dev.prakat.item.ItemId;
import dev.prakat.journal.Recording;
import dev.prakat.problem.Finding;
import dev.prakat.problem.InvalidException;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.procedure.ProcedureRun;
import dev.prakat.procedure.StepKind;
import dev.prakat.spi.Officer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The steps after the publication or the refusal: what is public is verified, and who was refused is told. */
final class Checking {

    private final Casework casework;
    private final SiteErrors errors;
    private final Notices notices;

    Checking(Casework casework, SiteErrors errors, Notices notices) {
        this.casework = casework;
        this.errors = errors;
        this.notices = notices;
    }

    CaseEntity verify(Recording recording, Officer officer, ItemId id, Verification verification) {
        Casework.Open open = casework.open(recording, id, Set.of(StepKind.VERIFY))
                .orElseThrow(() -> new PrakatException(
                        ProblemCode.CONFLICT,
                        "item " + id + ": no verification is awaited. It is asked for once the item is public."));
        CaseEntity entity = open.entity();
        CaseFacts facts = open.facts();
        Standing standing = casework.authority().requireTaker(officer, facts, open.step(), recording.now());
        require(entity, verification);
        if (verification.isSound()) {
            errors.requireNoneOpen(recording, id);
            casework.requireNotYetActed(open, officer);
        }
        boolean moves = verification.isSound() && casework.enough(open, standing);
        act(entity, open, verification.note(), officer, standing, verification.isSound(), moves, recording);
        recording.event("item.verified", id.value(), details(open, verification, standing, moves));
        for (String error : verification.errors()) {
            errors.found(
                    recording,
                    new SiteErrors.Found(null, id, entity.category().value(), entity.ownerUnit(), "", error));
        }
        if (moves) {
            casework.stands(recording, entity, open.run().complete(recording.now()));
        }
        return entity;
    }

    /** Whoever was refused has been told, with the reasons. Source: S002-R06, S002-R11, S003-R05, S003-R09 */
    CaseEntity told(Recording recording, Officer officer, ItemId id, String how) {
        Casework.Open open = casework.open(recording, id, Set.of(StepKind.NOTIFY))
                .orElseThrow(() -> new PrakatException(
                        ProblemCode.CONFLICT, "item " + id + ": nobody waits to be told of a refusal."));
        CaseEntity entity = open.entity();
        Standing standing = casework.authority().requireTaker(officer, open.facts(), open.step(), recording.now());
        act(entity, open, how, officer, standing, true, true, recording);
        ProcedureRun after = open.run().complete(recording.now());
        casework.stands(recording, entity, after);
        recording.event(
                "item.refusal-told",
                id.value(),
                Map.of("case", entity.id(), "step", open.step().id(), "as", standing.as(), "how", how));
        notices.refused(recording, entity);
        return entity;
    }

    private static void act(
            CaseEntity entity,
            Casework.Open open,
            String note,
            Officer officer,
            Standing standing,
            boolean agrees,
            boolean moves,
            Recording recording) {
        entity.add(new ActEntity(
                entity.id(),
                entity.acts().size(),
                new ApprovalCase.Act(
                        open.step().id(),
                        null,
                        null,
                        note,
                        officer.id(),
                        standing.order() == null ? null : standing.order().orderNumber(),
                        recording.now(),
                        entity.stepDue()),
                standing.actor(),
                agrees,
                moves));
    }

    private void require(CaseEntity entity, Verification verification) {
        List<Finding> findings = new ArrayList<>();
        boolean allWell = verification.correct() && verification.complete() && verification.current();
        boolean wordless = verification.errors().stream().anyMatch(String::isBlank);
        if (wordless || (!allWell && verification.errors().isEmpty())) {
            findings.add(new Finding(
                    "errors",
                    "S001-R28",
                    wordless
                            ? "found one without words"
                            : "found none, although it is not correct, complete and current",
                    "say what is wrong, so that it can be fixed at once"));
        }
        Set<String> known =
                casework.policy().categories().require(entity.category().value()).terms().checklist().stream()
                        .map(ChecklistItem::id)
                        .collect(Collectors.toCollection(TreeSet::new));
        verification.checked().stream()
                .filter(id -> !known.contains(id))
                .sorted()
                .map(id -> new Finding(
                        "checked",
                        "S003-R19",
                        "found '" + id + "', which is not on the checklist of " + entity.category(),
                        known.isEmpty() ? "leave it out; the category has no checklist" : "write one of " + known))
                .forEach(findings::add);
        if (!findings.isEmpty()) {
            throw new InvalidException(
                    ProblemCode.INVALID_INPUT, "the verification of item " + entity.item(), findings);
        }
    }

    private static Map<String, String> details(
            Casework.Open open, Verification verification, Standing standing, boolean moves) {
        return Map.of(
                "case", open.entity().id(),
                "step", open.step().id(),
                "as", standing.as(),
                "correct", Boolean.toString(verification.correct()),
                "complete", Boolean.toString(verification.complete()),
                "current", Boolean.toString(verification.current()),
                "checked", String.join(",", new TreeSet<>(verification.checked())),
                "note", verification.note(),
                "errors", Integer.toString(verification.errors().size()),
                "counted", Boolean.toString(moves));
    }
}
