package dev.prakat.approval;

import dev.prakat.duty.DutyActor;
import dev.prakat.item.ItemId;
import dev.prakat.journal.Recording;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.procedure.ProcedureRun;
import dev.prakat.procedure.Step;
import dev.prakat.procedure.StepKind;
import dev.prakat.spi.Officer;
import dev.prakat.spi.OfficerId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The step in which an agreed item is made public. Somebody answers for it: the officer who takes the step, else the one to whom
 * it was assigned, else the one who submitted it where that officer holds the duty to publish. The sweep carries it out.
 */
final class Publishing {

    private final Casework casework;
    private final Reminders reminders;
    private final Notices notices;

    Publishing(Casework casework, Reminders reminders, Notices notices) {
        this.casework = casework;
        this.reminders = reminders;
        this.notices = notices;
    }

    /** Every decision is positive. */
    void agreed(Recording recording, CaseEntity entity) {
        if (!casework.policy().settings().publishedByOfficer()) {
            release(recording, entity);
        }
    }

    private void release(Recording recording, CaseEntity entity) {
        casework.items().released(recording, entity.item(), entity.binding());
        reminders.plan(recording, entity.item());
    }

    /** An officer takes the step: answers for the publication, and lets it go where the policy waits for that. */
    CaseEntity publish(Recording recording, Officer officer, ItemId id, String note) {
        Casework.Open open = casework.open(recording, id, Set.of(StepKind.PUBLISH))
                .orElseThrow(() -> new PrakatException(
                        ProblemCode.CONFLICT,
                        "item " + id
                                + ": no publication is awaited. It must be agreed to first, or it is public already."));
        CaseEntity entity = open.entity();
        Standing standing = casework.authority().requireTaker(officer, open.facts(), open.step(), recording.now());
        boolean waits = casework.policy().settings().publishedByOfficer() && entity.publisher() == null;
        entity.publishedBy(officer.id());
        recording.event(
                "item.publication-taken",
                id.value(),
                Map.of("case", entity.id(), "step", open.step().id(), "as", standing.as(), "note", note));
        if (waits) {
            release(recording, entity);
        }
        return entity;
    }

    /** The revision is public: the step is done, what came before it is overtaken, and the next officer has a task. */
    void published(Recording recording, ItemId id, int revision) {
        List<CaseEntity> open = CaseQueries.open(recording.manager(), id);
        open.stream().filter(run -> run.revision() < revision).forEach(run -> {
            casework.ends(recording, run, ApprovalCase.Status.SUPERSEDED);
            recording.event(
                    "item.case-superseded",
                    id.value(),
                    Map.of("case", run.id(), "revision", Integer.toString(revision)));
        });
        open.stream()
                .filter(run -> run.revision() == revision && run.status() == ApprovalCase.Status.APPROVED)
                .map(casework::open)
                .filter(run -> run.step().kind() == StepKind.PUBLISH)
                .findFirst()
                .ifPresent(run -> done(recording, run));
    }

    private void done(Recording recording, Casework.Open open) {
        CaseEntity entity = open.entity();
        OfficerId publisher = publisher(recording, open);
        OfficerId named = publisher == null ? recording.actor().officer() : publisher;
        entity.publishedBy(publisher);
        ApprovalCase.Act act =
                new ApprovalCase.Act(open.step().id(), null, null, "", named, null, recording.now(), entity.stepDue());
        entity.add(new ActEntity(
                entity.id(),
                entity.acts().size(),
                act,
                casework.staff().find(named).map(Capacity::actor).orElse(DutyActor.of("")),
                true,
                true));
        Map<String, String> details = new HashMap<>(Map.of(
                "case", entity.id(),
                "step", open.step().id(),
                "revision", Integer.toString(entity.revision()),
                "publisher", named.value(),
                "due", String.valueOf(entity.stepDue()),
                "late", Boolean.toString(act.late())));
        ProcedureRun after = open.run().complete(recording.now());
        casework.stands(recording, entity, after);
        recording.event("item.published", entity.item().value(), details);
        if (after.currentStep().isPresent()) {
            notices.task(recording, casework.open(entity));
        }
    }

    private @Nullable OfficerId publisher(Recording recording, Casework.Open open) {
        CaseEntity entity = open.entity();
        if (entity.publisher() != null) {
            return entity.publisher();
        }
        Step step = open.step();
        CaseFacts facts = open.facts();
        String assigned = facts.choices().officer();
        OfficerId candidate = assigned == null ? entity.submittedBy() : new OfficerId(assigned);
        return casework.staff()
                .find(candidate)
                .filter(officer -> casework.authority()
                        .asTaker(officer, facts, step, recording.now())
                        .isPresent())
                .map(Officer::id)
                .orElse(null);
    }
}
