package dev.prakat.procedure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Says what is wrong with a procedure as a whole. One use, one thread. */
public final class ProcedureCheck {

    private final Procedure procedure;
    private final Map<String, Step> steps;
    private final List<Fault> faults = new ArrayList<>();

    /**
     * One fault.
     *
     * @param step the id of the step; empty for the procedure as a whole
     * @param message what was found
     * @param remedy what to do about it
     */
    public record Fault(String step, String message, String remedy) {}

    private ProcedureCheck(Procedure procedure) {
        this.procedure = procedure;
        this.steps = procedure.byId();
    }

    /**
     * Looks at a procedure.
     *
     * @param procedure the procedure; ids of its steps may repeat, next steps may not exist
     * @return every fault; empty for one that can be run to an end from wherever it gets
     */
    public static List<Fault> faults(Procedure procedure) {
        ProcedureCheck check = new ProcedureCheck(procedure);
        if (!procedure.steps().isEmpty()) {
            check.names();
            if (check.faults.isEmpty()) {
                check.ways();
                check.order();
                check.assignments();
            }
        }
        return check.faults;
    }

    private void names() {
        for (Step step : procedure.steps()) {
            for (Transition transition : step.transitions()) {
                for (String target : transition.targets()) {
                    if (!Transition.isEnd(target) && !steps.containsKey(target)) {
                        fault(
                                step,
                                "step " + step.id() + " leads to '" + target + "', which is no step of "
                                        + procedure.id(),
                                "write one of " + steps.keySet() + ", or DONE, REFUSED, AUTHOR");
                    }
                }
            }
            StepLimit limit = step.within();
            String from = limit == null ? null : limit.from();
            if (from != null && !steps.containsKey(from)) {
                fault(
                        step,
                        "the limit of step " + step.id() + " counts from '" + from + "', which is no step",
                        "write one of " + steps.keySet());
            }
        }
        if (!steps.containsKey(procedure.resubmission().step())) {
            faults.add(new Fault(
                    "",
                    "an item is submitted again at '" + procedure.resubmission().step() + "', which is no step",
                    "write one of " + steps.keySet()));
        }
    }

    private void ways() {
        Set<String> reached = reachable(procedure.steps().get(0).id(), Step::transitions);
        procedure.steps().stream()
                .filter(step -> !reached.contains(step.id()))
                .forEach(step -> fault(
                        step,
                        "no way leads to step " + step.id() + " of " + procedure.id(),
                        "let an outcome lead to it, or delete it"));
        for (Step step : procedure.steps()) {
            Set<String> ahead = reachable(step.id(), Step::transitions);
            if (ahead.stream().noneMatch(Transition::isEnd)) {
                fault(
                        step,
                        "step " + step.id() + " is a dead end: no way leads from it to an end",
                        "let an outcome lead to DONE, REFUSED or AUTHOR");
            }
        }
        if (!reached.contains(Transition.DONE)) {
            faults.add(new Fault(
                    "",
                    "procedure " + procedure.id() + " has no end: no way leads to DONE",
                    "let its last step lead to DONE"));
        }
    }

    private void order() {
        for (Step step : procedure.steps()) {
            if (step.kind() == StepKind.PUBLISH || step.kind() == StepKind.VERIFY) {
                without(step, next -> next.kind() == StepKind.DECIDE, "a decision stands after step " + step.id());
            }
            Transition refuse = step.on().get(Outcome.REFUSE);
            if (refuse != null) {
                for (String target : refuse.targets()) {
                    known(reachable(target, Step::transitions))
                            .filter(next -> next.kind() != StepKind.NOTIFY)
                            .findFirst()
                            .ifPresent(next -> fault(
                                    step,
                                    "after the refusal in step " + step.id() + " the step " + next.id()
                                            + " would be taken",
                                    "after a refusal only steps of the kind NOTIFY may come"));
                }
            }
            if (step.freezesCategory()) {
                Set<String> ahead = reachable(step.id(), ProcedureCheck::forwards);
                ahead.remove(step.id());
                known(ahead)
                        .filter(next -> next.outcomes().contains(Outcome.CLASSIFY))
                        .forEach(next -> fault(
                                next,
                                "step " + next.id() + " classifies, but the category stands fast since step "
                                        + step.id(),
                                "classify before, or freeze later"));
            }
        }
        if (procedure.steps().stream().noneMatch(step -> step.kind() == StepKind.PUBLISH)) {
            faults.add(new Fault(
                    "", "procedure " + procedure.id() + " publishes nothing", "add a step of the kind PUBLISH"));
        }
    }

    private void without(Step step, Predicate<Step> unwanted, String message) {
        Set<String> ahead = reachable(step.id(), Step::transitions);
        ahead.remove(step.id());
        if (known(ahead).anyMatch(unwanted)) {
            fault(step, message, "decide before it is public");
        }
    }

    /** Whoever is assigned must have been assigned on every way there. */
    private void assignments() {
        for (Step step : procedure.steps()) {
            boolean needsUnit = names(step.who(), true);
            boolean needsOfficer = names(step.who(), false);
            if (needsUnit || needsOfficer) {
                Set<String> free = unassigned(needsUnit);
                if (free.contains(step.id())) {
                    fault(
                            step,
                            "nobody can take step " + step.id() + ": a way leads to it on which no step assigns "
                                    + (needsUnit ? "a unit" : "an officer"),
                            "let every way pass an ASSIGN " + (needsUnit ? "with units in 'to'" : "without 'to'"));
                }
            }
        }
    }

    /** The steps that can be reached without passing an assignment of the kind. */
    private Set<String> unassigned(boolean unit) {
        return reachable(
                procedure.steps().get(0).id(),
                step -> step.then() != null
                        ? step.transitions()
                        : step.on().entrySet().stream()
                                .filter(entry -> entry.getKey() != Outcome.ASSIGN
                                        || entry.getValue().assignTo().isEmpty() == unit)
                                .map(Map.Entry::getValue)
                                .toList());
    }

    private static boolean names(StepActor who, boolean unit) {
        if (who instanceof StepActor.AnyOf any) {
            return any.actors().stream().allMatch(actor -> names(actor, unit));
        }
        return unit
                ? who instanceof StepActor.PostHolder post && post.unit().equals(StepActor.PostHolder.ASSIGNED_UNIT)
                : who instanceof StepActor.AssignedOfficer;
    }

    private static List<Transition> forwards(Step step) {
        return step.then() != null
                ? step.transitions()
                : step.on().entrySet().stream()
                        .filter(entry -> entry.getKey() != Outcome.RETURN)
                        .map(Map.Entry::getValue)
                        .toList();
    }

    /** Every step and end to which ways lead, itself included. */
    private Set<String> reachable(String from, Function<Step, List<Transition>> ways) {
        Set<String> reached = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            String name = open.pop();
            Step step = steps.get(name);
            if (reached.add(name) && step != null) {
                ways.apply(step).forEach(way -> open.addAll(new HashSet<>(way.targets())));
            }
        }
        return reached;
    }

    private Stream<Step> known(Set<String> ids) {
        return steps.values().stream().filter(step -> ids.contains(step.id()));
    }

    private void fault(Step step, String message, String remedy) {
        faults.add(new Fault(step.id(), message, remedy));
    }
}
