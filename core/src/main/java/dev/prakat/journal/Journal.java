package dev.prakat.journal;

import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.Actor;
import dev.prakat.spi.LogReceipt;
import dev.prakat.spi.TrafficEntry;
import dev.prakat.spi.TrafficOutcome;
import dev.prakat.spi.TrafficOutcome.Status;
import dev.prakat.spi.TrafficRecorder;
import dev.prakat.transaction.UnitOfWork;
import dev.prakat.transaction.UnitOfWork.Completion;
import jakarta.persistence.EntityManager;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs commands and keeps the events. A command's intent is durable in the traffic log before anything changes; its events
 * and changes are committed together with the receipt of that intent; its outcome follows after the commit, and says
 * {@code DENIED} for a refusal and {@code FAILED} for a roll-back. Thread-safe.
 */
public final class Journal {

    private final UnitOfWork unitOfWork;
    private final InstantSource clock;
    private final RecorderSource recorders;

    /**
     * Creates the journal.
     *
     * @param unitOfWork the way to the database
     * @param clock the injected clock
     * @param recorders the way into the traffic log
     */
    public Journal(UnitOfWork unitOfWork, InstantSource clock, RecorderSource recorders) {
        this.unitOfWork = unitOfWork;
        this.clock = clock;
        this.recorders = recorders;
    }

    /**
     * The entities of this chapter, for the persistence unit.
     *
     * @return the classes
     */
    public static List<Class<?>> entities() {
        return List.of(EventEntity.class);
    }

    /**
     * Runs a command as an officer or a system actor.
     *
     * @param actor who acts
     * @param command the command's name, for example {@code item.submit}
     * @param subject what it is about
     * @param work the command itself; a {@link PrakatException} from it ends the command with nothing stored
     * @param <T> what the command gives back
     * @return what the command gave back
     * @throws PrakatException what the work threw, or {@code TRAFFIC_LOG} if the intent could not be made durable: the
     *     command was then not begun
     */
    public <T> T command(Actor actor, String command, String subject, Function<Recording, T> work) {
        TrafficRecorder recorder = recorders.recorder(actor, subject);
        LogReceipt intent = recorder.intent(TrafficEntry.command(command, subject));
        Ending ending = new Ending();
        return unitOfWork.call(manager -> {
            unitOfWork.afterCompletion(completion -> recorder.outcome(intent, ending.outcome(completion)));
            try {
                return work.apply(new Recording(manager, actor, clock.instant(), intent));
            } catch (RuntimeException e) {
                ending.failure = e;
                throw e;
            }
        });
    }

    /**
     * Begins an action that goes beyond the database, such as a delivery: the intent is durable when this returns. The
     * caller must end it with {@link TrafficRecorder#outcome}.
     *
     * @param actor who acts
     * @param command the action's name
     * @param subject what it is about
     * @return the recorder and the receipt of the intent
     */
    public Begun begin(Actor actor, String command, String subject) {
        TrafficRecorder recorder = recorders.recorder(actor, subject);
        return new Begun(actor, recorder, recorder.intent(TrafficEntry.command(command, subject)));
    }

    /**
     * Does a step of a begun action in a unit of work of its own.
     *
     * @param begun what {@link #begin} gave
     * @param work the step
     * @param <T> what the step gives back
     * @return what the step gave back
     */
    public <T> T step(Begun begun, Function<Recording, T> work) {
        return unitOfWork.call(
                manager -> work.apply(new Recording(manager, begun.actor(), clock.instant(), begun.intent())));
    }

    /**
     * The events of one subject, oldest first.
     *
     * @param subject the item, request or complaint
     * @return its events; empty when there are none
     */
    public List<JournalEvent> events(String subject) {
        return unitOfWork.call(manager -> EventEntity.of(manager, subject));
    }

    /**
     * Works in a unit of work without a command: for reading, and for bookkeeping that decides nothing (claims, heart-beats).
     *
     * @param work the work
     * @param <T> what it gives back
     * @return what it gave back
     */
    public <T> T inUnitOfWork(Function<EntityManager, T> work) {
        return unitOfWork.call(work);
    }

    /**
     * An action that was begun.
     *
     * @param actor who acts
     * @param recorder the way into the traffic log, bound to the actor and the subject
     * @param intent where the intent stands
     */
    public record Begun(Actor actor, TrafficRecorder recorder, LogReceipt intent) {}

    /** How a command ended, gathered while it ran. */
    private static final class Ending {
        private @Nullable RuntimeException failure;

        TrafficOutcome outcome(Completion completion) {
            if (completion == Completion.COMMITTED) {
                return TrafficOutcome.ok(-1);
            }
            if (failure instanceof PrakatException problem) {
                boolean refused = problem.code() != ProblemCode.BROKEN && problem.code() != ProblemCode.TRAFFIC_LOG;
                return TrafficOutcome.of(
                        refused ? Status.DENIED : Status.FAILED, problem.code().name());
            }
            return TrafficOutcome.of(
                    Status.FAILED,
                    failure == null ? "commit" : failure.getClass().getSimpleName());
        }
    }
}
