package dev.prakat.procedure;

import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.procedure.ProcedureRun.Status;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/** The state machine behind {@link ProcedureRun}. Stateless. */
final class RunMoves {

    private RunMoves() {}

    static ProcedureRun enter(Procedure procedure, String step, Instant at) {
        Step first = procedure.step(step).orElseThrow();
        return new ProcedureRun(
                procedure, step, statusAt(first, Status.IN_PROGRESS), at, Map.of(step, at), RunChoices.NONE);
    }

    static ProcedureRun decide(ProcedureRun run, RunEvent.Decided event) {
        Step step = run.currentStep()
                .filter(current -> current.kind() == StepKind.DECIDE)
                .orElseThrow(() -> nothingAwaited(run));
        Transition transition = step.on().get(event.outcome());
        if (transition == null) {
            throw unfit(run, step, event.outcome());
        }
        String choice = event.choice() == null ? "" : event.choice().strip();
        requireChoice(run, step, event.outcome(), transition, choice);
        String to = transition.branches().isEmpty()
                ? transition.to()
                : transition.branches().getOrDefault(choice, "");
        ProcedureRun chosen = run.with(choices(run, step, event.outcome(), transition, choice));
        // What stays in its step goes on with its clock, unless it was on hold.
        boolean stays = to.equals(step.id()) && !run.choices().held();
        if (event.outcome() == Outcome.REFUSE) {
            return move(chosen, to, event.at(), Status.REFUSED);
        }
        return stays ? chosen : move(chosen, to, event.at());
    }

    static ProcedureRun move(ProcedureRun run, String to, Instant at) {
        return move(run, to, at, run.status());
    }

    private static ProcedureRun move(ProcedureRun run, String to, Instant at, Status before) {
        Instant when = at.isBefore(run.stepBegan()) ? run.stepBegan() : at;
        return switch (to) {
            case Transition.DONE -> run.at(null, before == Status.REFUSED ? Status.REFUSED : Status.APPROVED, when);
            case Transition.REFUSED -> run.at(null, Status.REFUSED, when);
            case Transition.AUTHOR -> run.at(null, before == Status.REFUSED ? before : Status.RETURNED, when);
            default -> run.at(to, statusAt(run.procedure().step(to).orElseThrow(), before), when);
        };
    }

    /** What was refused stays refused; what waits for a decision is in progress; the rest was agreed to. */
    private static Status statusAt(Step step, Status before) {
        if (before == Status.REFUSED) {
            return Status.REFUSED;
        }
        return step.kind() == StepKind.DECIDE || step.kind() == StepKind.SUBMIT ? Status.IN_PROGRESS : Status.APPROVED;
    }

    private static RunChoices choices(
            ProcedureRun run, Step step, Outcome outcome, Transition transition, String choice) {
        RunChoices choices = run.choices().held(outcome == Outcome.HOLD);
        return switch (outcome) {
            case ASSIGN ->
                frozen(transition.assignTo().isEmpty() ? choices.toOfficer(choice) : choices.toUnit(choice), step);
            case CLASSIFY -> choices.classified(choice);
            case RETURN -> choices.frozen(false);
            case APPROVE -> frozen(choices, step);
            case REFUSE, HOLD -> choices;
        };
    }

    private static RunChoices frozen(RunChoices choices, Step step) {
        return step.freezesCategory() ? choices.frozen(true) : choices;
    }

    private static void requireChoice(
            ProcedureRun run, Step step, Outcome outcome, Transition transition, String choice) {
        if (!transition.branches().isEmpty() && !transition.branches().containsKey(choice)) {
            throw wrongChoice(
                    step,
                    outcome,
                    choice,
                    "one of the branches " + transition.branches().keySet());
        }
        if (outcome == Outcome.ASSIGN
                && (transition.assignTo().isEmpty()
                        ? choice.isEmpty()
                        : !transition.assignTo().contains(choice))) {
            throw wrongChoice(
                    step,
                    outcome,
                    choice,
                    transition.assignTo().isEmpty() ? "an officer" : "one of the units " + transition.assignTo());
        }
        if (outcome == Outcome.CLASSIFY && choice.isEmpty()) {
            throw wrongChoice(step, outcome, choice, "a category");
        }
        if (outcome == Outcome.CLASSIFY && run.choices().frozen()) {
            throw new PrakatException(
                    ProblemCode.CONFLICT,
                    "procedure " + run.procedure().id() + ", step " + step.id()
                            + ": the category stands fast by now; return the item to change it");
        }
    }

    private static PrakatException wrongChoice(Step step, Outcome outcome, String choice, String expected) {
        return new PrakatException(
                ProblemCode.INVALID_INPUT,
                "step " + step.id() + ", " + outcome + ": found the choice '" + choice + "', expected " + expected);
    }

    private static PrakatException nothingAwaited(ProcedureRun run) {
        boolean over = run.step() == null && run.status() != Status.APPROVED;
        return new PrakatException(
                ProblemCode.CONFLICT,
                "procedure " + run.procedure().id() + " is " + run.status() + ": no decision is awaited"
                        + (over ? "; submit the item again to begin a new run" : ""));
    }

    private static PrakatException unfit(ProcedureRun run, Step step, Outcome outcome) {
        return new PrakatException(
                ProblemCode.INVALID_INPUT,
                "step " + step.id() + " of procedure " + run.procedure().id() + " cannot come to " + outcome
                        + "; it may come to "
                        + step.outcomes().stream().sorted().map(Outcome::name).collect(Collectors.joining(", ")));
    }
}
