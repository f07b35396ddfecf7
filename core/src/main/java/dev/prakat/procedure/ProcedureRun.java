package dev.prakat.procedure;

import dev.prakat.calendar.WorkingCalendar;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One run of a procedure: pure, a state and a decision give the next state. It does not know who decides; whoever asks it has
 * checked that. Steps are linear for now. Immutable; a stored run is built again from its four parts.
 *
 * @param procedure the procedure
 * @param stepIndex how many steps are done; the number of steps when all are
 * @param status how it stands
 * @param stepBegan when the current step began; after the end, when it ended
 */
public record ProcedureRun(Procedure procedure, int stepIndex, Status status, Instant stepBegan) {

    /** How a run stands. */
    public enum Status {
        /** A decision is awaited. */
        IN_PROGRESS,
        /** Every decision is positive; steps that publish or verify may still be open. */
        APPROVED,
        /** Refused; a new submission is a new run. */
        REFUSED,
        /** Given back to the author from the first step; a new submission is a new run. */
        RETURNED
    }

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the procedure has no step of this index
     */
    public ProcedureRun {
        if (stepIndex < 0 || stepIndex > procedure.steps().size()) {
            throw new IllegalArgumentException("procedure " + procedure.id() + ": found the step index " + stepIndex
                    + ", expected 0 to " + procedure.steps().size());
        }
    }

    /**
     * Begins a run at the first step.
     *
     * @param procedure the procedure
     * @param at when it was submitted; the first step's clock begins here
     * @return the run
     */
    public static ProcedureRun start(Procedure procedure, Instant at) {
        return new ProcedureRun(procedure, 0, statusAt(procedure, 0), at);
    }

    /**
     * The step that is awaited.
     *
     * @return the step; empty when the run was refused or returned, or nothing is left to do
     */
    public Optional<Step> currentStep() {
        boolean open = status == Status.IN_PROGRESS || status == Status.APPROVED;
        return open && stepIndex < procedure.steps().size()
                ? Optional.of(procedure.steps().get(stepIndex))
                : Optional.empty();
    }

    /**
     * Decides the current step.
     *
     * @param outcome the decision
     * @param at when it was made; the next step's clock begins here. An instant before the beginning of the current step
     *     counts as that beginning, so that machines whose clocks differ a little cannot turn a run back
     * @return the run after it
     * @throws PrakatException CONFLICT if no decision is awaited; INVALID_INPUT if the step cannot come to this
     */
    public ProcedureRun decide(Outcome outcome, Instant at) {
        Step step = awaitedDecision();
        if (!step.outcomes().contains(outcome)) {
            throw unfit(step, outcome);
        }
        return switch (outcome) {
            case APPROVE -> moveTo(stepIndex + 1, at);
            case REFUSE -> new ProcedureRun(procedure, stepIndex, Status.REFUSED, notBefore(at));
            case RETURN ->
                stepIndex == 0
                        ? new ProcedureRun(procedure, 0, Status.RETURNED, notBefore(at))
                        : moveTo(stepIndex - 1, at);
            case ASSIGN, CLASSIFY, HOLD -> throw unfit(step, outcome);
        };
    }

    /**
     * Records that the current step, one that publishes or verifies, is done.
     *
     * @param at when it was done
     * @return the run after it
     * @throws PrakatException CONFLICT if no such step is awaited
     */
    public ProcedureRun complete(Instant at) {
        Optional<Step> step = currentStep();
        if (step.isEmpty() || step.get().kind() == StepKind.DECIDE) {
            throw new PrakatException(
                    ProblemCode.CONFLICT,
                    "procedure " + procedure.id() + " is " + status + ": nothing is to be published or verified now");
        }
        return moveTo(stepIndex + 1, at);
    }

    /**
     * When the current step must be done, measured from its beginning.
     *
     * @param calendar the agency's calendar
     * @return the last instant, or empty when no step is awaited or its rule gives no time
     */
    public Optional<Instant> due(WorkingCalendar calendar) {
        return currentStep().map(Step::limit).map(limit -> calendar.due(stepBegan, limit));
    }

    private Step awaitedDecision() {
        return currentStep()
                .filter(step -> step.kind() == StepKind.DECIDE)
                .orElseThrow(() -> new PrakatException(
                        ProblemCode.CONFLICT,
                        "procedure " + procedure.id() + " is " + status + ": no decision is awaited"
                                + (status == Status.APPROVED ? "" : "; submit the item again to begin a new run")));
    }

    private ProcedureRun moveTo(int index, Instant at) {
        return new ProcedureRun(procedure, index, statusAt(procedure, index), notBefore(at));
    }

    private Instant notBefore(Instant at) {
        return at.isBefore(stepBegan) ? stepBegan : at;
    }

    private static Status statusAt(Procedure procedure, int index) {
        boolean decisionLeft = procedure.steps().stream().skip(index).anyMatch(step -> step.kind() == StepKind.DECIDE);
        return decisionLeft ? Status.IN_PROGRESS : Status.APPROVED;
    }

    private PrakatException unfit(Step step, Outcome outcome) {
        return new PrakatException(
                ProblemCode.INVALID_INPUT,
                "step " + step.id() + " of procedure " + procedure.id() + " cannot come to " + outcome
                        + "; it may come to "
                        + step.outcomes().stream().sorted().map(Outcome::name).collect(Collectors.joining(", ")));
    }
}
