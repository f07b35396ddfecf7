package dev.prakat.approval;

import dev.prakat.category.Category;
import dev.prakat.category.CategoryId;
import dev.prakat.duty.DutyActor;
import dev.prakat.duty.Part;
import dev.prakat.item.Item;
import dev.prakat.item.ItemId;
import dev.prakat.item.ItemLifecycle;
import dev.prakat.journal.Recording;
import dev.prakat.policy.AgencyPolicy;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.procedure.Procedure;
import dev.prakat.procedure.ProcedureRun;
import dev.prakat.procedure.RunChoices;
import dev.prakat.procedure.Step;
import dev.prakat.procedure.StepActor;
import dev.prakat.procedure.StepKind;
import dev.prakat.spi.Officer;
import dev.prakat.staff.StaffRegister;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the commands on a case share: its procedure, what authority looks at, quorum, and whose task it is next. */
final class Casework {

    private final ItemLifecycle items;
    private final AgencyPolicy policy;
    private final StaffRegister staff;
    private final Authority authority;

    Casework(ItemLifecycle items, AgencyPolicy policy, StaffRegister staff) {
        this.items = items;
        this.policy = policy;
        this.staff = staff;
        this.authority = new Authority(policy, staff);
    }

    ItemLifecycle items() {
        return items;
    }

    AgencyPolicy policy() {
        return policy;
    }

    StaffRegister staff() {
        return staff;
    }

    Authority authority() {
        return authority;
    }

    /** A case that is open in a step of a kind. */
    record Open(CaseEntity entity, Procedure procedure, ProcedureRun run, Step step, CaseFacts facts) {}

    /** The newest case of an item that awaits a step of one of the kinds. */
    Optional<Open> open(Recording recording, ItemId id, Set<StepKind> kinds) {
        return CaseQueries.open(recording.manager(), id).stream()
                .map(this::open)
                .filter(open -> kinds.contains(open.step().kind()))
                .findFirst();
    }

    Open open(CaseEntity entity) {
        Procedure procedure = procedure(entity);
        ProcedureRun run = entity.run(procedure);
        return new Open(entity, procedure, run, run.currentStep().orElseThrow(), facts(entity, procedure));
    }

    /** A case keeps the procedure that it began with; a policy that no longer has it cannot run it on. */
    Procedure procedure(CaseEntity run) {
        return policy.procedures().stream()
                .filter(procedure -> procedure.id().equals(run.procedure()))
                .findFirst()
                .orElseThrow(() -> new PrakatException(
                        ProblemCode.CONFIGURATION,
                        "case " + run.id() + ": the policy " + policy.id() + " has no procedure '" + run.procedure()
                                + "' any more. Put it back, or withdraw the item and submit it again."));
    }

    CaseFacts facts(CaseEntity run, Procedure procedure) {
        Map<Part, Set<String>> played = new EnumMap<>(Part.class);
        played.put(
                Part.REQUESTER,
                new HashSet<>(List.of(run.author().value(), run.submittedBy().value())));
        for (ActEntity act : run.acts()) {
            procedure
                    .step(act.step())
                    .flatMap(step -> step.kind().part())
                    .ifPresent(part -> played.computeIfAbsent(part, missing -> new HashSet<>())
                            .add(act.officer()));
        }
        if (run.publisher() != null) {
            played.computeIfAbsent(Part.PUBLISHER, missing -> new HashSet<>())
                    .add(run.publisher().value());
        }
        return new CaseFacts(
                run.item(),
                run.category(),
                path(run.category()),
                run.ownerUnit(),
                run.author(),
                run.submittedBy(),
                run.submitterUnit(),
                run.choices(),
                played);
    }

    /** What authority looks at before there is a case, or apart from one. */
    CaseFacts facts(Item item, Officer submitter) {
        return new CaseFacts(
                item.id(),
                item.category(),
                path(item.category()),
                item.ownerUnit(),
                item.author(),
                submitter.id(),
                submitter.unit(),
                RunChoices.NONE,
                Map.of());
    }

    /** The same, for what is public and not for what is drafted. */
    CaseFacts publicFacts(Item item, Officer officer) {
        return new CaseFacts(
                item.id(),
                item.publicCategory(),
                path(item.publicCategory()),
                item.ownerUnit(),
                item.author(),
                officer.id(),
                officer.unit(),
                RunChoices.NONE,
                Map.of());
    }

    List<String> path(CategoryId category) {
        return policy.categories().find(category).isEmpty()
                ? List.of(category.value())
                : policy.categories().path(category).stream()
                        .map(Category::id)
                        .map(CategoryId::value)
                        .toList();
    }

    /** Whether enough holders agree, the one who acts now among them. Source: AMB-01 */
    boolean enough(Open open, Standing now) {
        List<DutyActor> acted =
                new ArrayList<>(pending(open).map(ActEntity::actor).toList());
        acted.add(now.actor());
        return enough(open.step().who(), open.facts(), acted);
    }

    /** Those who acted in the awaited step without moving the run: their quorum waits for others. */
    private static Stream<ActEntity> pending(Open open) {
        List<ActEntity> acts = open.entity().acts();
        int from = acts.size();
        while (from > 0 && !acts.get(from - 1).moved()) {
            from--;
        }
        return acts.subList(from, acts.size()).stream()
                .filter(act -> act.step().equals(open.step().id()) && act.counts());
    }

    void requireNotYetActed(Open open, Officer officer) {
        if (pending(open).anyMatch(act -> act.officer().equals(officer.id().value()))) {
            throw new PrakatException(
                    ProblemCode.CONFLICT,
                    "case " + open.entity().id() + ", step " + open.step().id() + ": " + officer.id()
                            + " has agreed already; it waits for the other holders of the duty");
        }
    }

    private boolean enough(StepActor who, CaseFacts facts, Collection<DutyActor> acted) {
        if (who instanceof StepActor.AnyOf any) {
            return any.actors().stream().anyMatch(one -> enough(one, facts, acted));
        }
        return !(who instanceof StepActor.DutyHolder duty)
                || policy.matrix()
                        .quorum(facts.category(), duty.dutyId(), facts.ownerUnit(), acted)
                        .met();
    }

    /** Stores a new case, and whose task its first step is. */
    void begins(Recording recording, CaseEntity entity, ProcedureRun run) {
        // Stored with its step: what changes after it was handed to the unit of work is written a second time.
        entity.stands(run, policy);
        recording.manager().persist(entity);
        keys(entity, run).forEach(key -> recording.manager().persist(new TaskKeyEntity(entity, key)));
    }

    /** Writes down where the run stands, and whose task it is now. */
    void stands(Recording recording, CaseEntity entity, ProcedureRun run) {
        entity.stands(run, policy);
        Set<String> wanted = keys(entity, run);
        for (TaskKeyEntity key : CaseQueries.keys(recording.manager(), entity.id())) {
            if (wanted.remove(key.key())) {
                key.due(entity.stepDue());
            } else {
                recording.manager().remove(key);
            }
        }
        wanted.forEach(key -> recording.manager().persist(new TaskKeyEntity(entity, key)));
    }

    private Set<String> keys(CaseEntity entity, ProcedureRun run) {
        return run.currentStep()
                .map(step -> authority.holders().keys(step.who(), facts(entity, run.procedure())))
                .map(HashSet::new)
                .orElseGet(HashSet::new);
    }

    /** Ends a case without a further step. */
    void ends(Recording recording, CaseEntity entity, ApprovalCase.Status last) {
        entity.ends(last);
        CaseQueries.keys(recording.manager(), entity.id()).forEach(recording.manager()::remove);
    }
}
