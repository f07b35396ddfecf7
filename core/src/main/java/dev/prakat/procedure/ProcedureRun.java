package dev.prakat.procedure;

import dev.prakat.calendar.DeadlineSettings;
import dev.prakat.calendar.WorkingCalendar;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One run of a procedure: pure, a state and an event give the next state. It does not know who decides; whoever asks it has
 * checked that. Immutable; a stored run is built again from its beginning and its events by {@link #replay}.
 *
 * @param procedure the procedure
 * @param step the id of the step that is awaited; null when nothing is
 * @param status how it stands
 * @param stepBegan when the current step began; after the end, when it ended
 * @param began when each step that was entered began, the last time that it was
 * @param choices what was chosen on the way
 */
public record ProcedureRun(
        Procedure procedure,
        @Nullable String step,
        Status status,
        Instant stepBegan,
        Map<String, Instant> began,
        RunChoices choices) {

    /** How a run stands. */
    public enum Status {
        /** A decision is awaited, or what is to be decided is still to be handed in. */
        IN_PROGRESS,
        /** Every decision is positive; steps that publish or verify may still be open. */
        APPROVED,
        /** Refused; the requester may still have to be told. A new submission is a new run. */
        REFUSED,
        /** Given back to the author; a new submission is a new run. */
        RETURNED
    }

    /** Copies the map. */
    public ProcedureRun {
        began = Map.copyOf(began);
    }

    /**
     * Begins a run at the first step.
     *
     * @param procedure the procedure
     * @param at when it began; the first step's clock begins here
     * @return the run
     */
    public static ProcedureRun start(Procedure procedure, Instant at) {
        return RunMoves.enter(procedure, procedure.steps().get(0).id(), at);
    }

    /**
     * Begins a run with something that is handed in: a first step of the kind SUBMIT is done by that.
     *
     * @param procedure the procedure
     * @param at when it was handed in
     * @return the run
     */
    public static ProcedureRun submitted(Procedure procedure, Instant at) {
        ProcedureRun run = start(procedure, at);
        return procedure.steps().get(0).kind() == StepKind.SUBMIT ? run.complete(at) : run;
    }

    /**
     * Builds a run again.
     *
     * @param procedure the procedure
     * @param at when it began
     * @param events what happened, oldest first
     * @return the run, equal to the one in which it happened
     * @throws PrakatException CONFLICT or INVALID_INPUT if the events do not fit the procedure
     */
    public static ProcedureRun replay(Procedure procedure, Instant at, List<RunEvent> events) {
        ProcedureRun run = start(procedure, at);
        for (RunEvent event : events) {
            run = run.after(event);
        }
        return run;
    }

    /**
     * Begins anew after a refusal or a return, where the procedure says. Source: S002-R07, S003-R05.
     *
     * @param at when it was submitted again
     * @return a new run
     * @throws PrakatException CONFLICT if this run was neither refused nor returned, or the requester was not told yet
     */
    public ProcedureRun resubmitted(Instant at) {
        boolean over = status == Status.REFUSED || status == Status.RETURNED;
        if (!over || step != null) {
            throw new PrakatException(
                    ProblemCode.CONFLICT,
                    "procedure " + procedure.id() + " is " + status + (step == null ? "" : " at the step " + step)
                            + ": there is nothing to submit again");
        }
        return RunMoves.enter(procedure, procedure.resubmission().step(), at);
    }

    /**
     * The step that is awaited.
     *
     * @return the step; empty when nothing is left to do
     */
    public Optional<Step> currentStep() {
        return step == null ? Optional.empty() : procedure.step(step);
    }

    /**
     * Decides the current step without choosing anything.
     *
     * @param outcome the decision
     * @param at when it was made
     * @return as {@link #decide(Outcome, String, Instant)}
     */
    public ProcedureRun decide(Outcome outcome, Instant at) {
        return decide(outcome, null, at);
    }

    /**
     * Decides the current step.
     *
     * @param outcome the decision
     * @param choice what is chosen with it, see {@link RunEvent.Decided}
     * @param at when it was made; the next step's clock begins here. An instant before the beginning of the current step
     *     counts as that beginning, so that machines whose clocks differ a little cannot turn a run back
     * @return the run after it
     * @throws PrakatException CONFLICT if no decision is awaited or the category stands fast; INVALID_INPUT if the step cannot
     *     come to this, or a choice is missing or unknown
     */
    public ProcedureRun decide(Outcome outcome, @Nullable String choice, Instant at) {
        return RunMoves.decide(this, new RunEvent.Decided(outcome, choice, at));
    }

    /**
     * Records that the current step, one that nobody decides, is done.
     *
     * @param at when it was done
     * @return the run after it
     * @throws PrakatException CONFLICT if no such step is awaited
     */
    public ProcedureRun complete(Instant at) {
        Transition then = currentStep().map(Step::then).orElse(null);
        if (then == null) {
            throw new PrakatException(
                    ProblemCode.CONFLICT,
                    "procedure " + procedure.id() + " is " + status
                            + ": nothing is to be handed in, published, verified or told now");
        }
        return RunMoves.move(this, then.to(), at);
    }

    /**
     * The run after an event.
     *
     * @param event what happened
     * @return the run
     * @throws PrakatException as {@link #decide(Outcome, String, Instant)} and {@link #complete}
     */
    public ProcedureRun after(RunEvent event) {
        return event instanceof RunEvent.Decided decided ? RunMoves.decide(this, decided) : complete(event.at());
    }

    /**
     * When the current step must be done, counted by {@link DeadlineSettings#STANDARD}.
     *
     * @param calendar the agency's calendar
     * @return as {@link #due(WorkingCalendar, DeadlineSettings)}
     */
    public Optional<Instant> due(WorkingCalendar calendar) {
        return due(calendar, DeadlineSettings.STANDARD);
    }

    /**
     * When the current step must be done, measured from its beginning or from that of the step that its limit names.
     *
     * @param calendar the agency's calendar
     * @param settings how limits are counted
     * @return the last instant, or empty when no step is awaited, its rule gives no time, or it is on hold
     */
    public Optional<Instant> due(WorkingCalendar calendar, DeadlineSettings settings) {
        StepLimit limit = currentStep().map(Step::within).orElse(null);
        if (limit == null || choices.held()) {
            return Optional.empty();
        }
        String from = limit.from();
        Instant clock = from == null ? stepBegan : began.getOrDefault(from, stepBegan);
        return Optional.of(calendar.due(clock, limit.limit(), settings));
    }

    /** The same run at another place; used by {@link RunMoves}. */
    ProcedureRun at(@Nullable String next, Status now, Instant when) {
        Map<String, Instant> times = new HashMap<>(began);
        if (next != null) {
            times.put(next, when);
        }
        return new ProcedureRun(procedure, next, now, when, times, choices);
    }

    ProcedureRun with(RunChoices chosen) {
        return new ProcedureRun(procedure, step, status, stepBegan, began, chosen);
    }
}
