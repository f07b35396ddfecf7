package dev.prakat.journal;

import dev.prakat.problem.PrakatException;
import dev.prakat.spi.Actor;
import dev.prakat.spi.LogReceipt;
import dev.prakat.spi.PrakatListener;
import dev.prakat.spi.TrafficEntry;
import dev.prakat.spi.TrafficRecorder;
import dev.prakat.transaction.CollisionException;
import dev.prakat.transaction.UnitOfWork;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Runs commands and keeps the events. A command's intent is durable in the traffic log before anything changes; its events
 * and changes are committed together with the receipt of that intent; its outcome follows after the commit, and says
 * {@code DENIED} for a refusal and {@code FAILED} for a roll-back. Thread-safe.
 *
 * <p>Two commands about one subject at the same moment cannot both be stored. The second one is run again by itself when only
 * a part of Prakat came between, such as a sweep that noted a publication; when a person did, it ends in a conflict that names
 * the version that it had read and the newest one. Work that is handed to a command must therefore do nothing beyond its unit
 * of work.
 */
public final class Journal {

    private static final int TRIES = 5;
    private static final int PAGE = 1000;

    private final Parts parts;
    private final RecorderSource recorders;

    /**
     * Creates a journal whose host has no listener.
     *
     * @param unitOfWork the way to the database
     * @param clock the injected clock
     * @param recorders the way into the traffic log
     */
    public Journal(UnitOfWork unitOfWork, InstantSource clock, RecorderSource recorders) {
        this(unitOfWork, clock, recorders, List.of());
    }

    /**
     * Creates the journal.
     *
     * @param unitOfWork the way to the database
     * @param clock the injected clock
     * @param recorders the way into the traffic log
     * @param listeners the host's listeners
     */
    public Journal(
            UnitOfWork unitOfWork, InstantSource clock, RecorderSource recorders, List<PrakatListener> listeners) {
        this.parts = new Parts(unitOfWork, clock, new Outbox(unitOfWork, clock, listeners));
        this.recorders = recorders;
    }

    /** What a command works with. */
    record Parts(UnitOfWork unitOfWork, InstantSource clock, Outbox outbox) {}

    /**
     * The entities of this chapter, for the persistence unit.
     *
     * @return the classes
     */
    public static List<Class<?>> entities() {
        return List.of(EventEntity.class, SubjectEntity.class, NotificationEntity.class);
    }

    /**
     * Runs a command as an officer or a system actor.
     *
     * @param actor who acts
     * @param command the command's name, for example {@code item.submit}
     * @param subject what it is about
     * @param work the command itself; a {@link PrakatException} from it ends the command with nothing stored. It is run again
     *     after a collision that is nobody's business, so it must do nothing beyond its unit of work
     * @param <T> what the command gives back
     * @return what the command gave back
     * @throws PrakatException what the work threw; {@code TRAFFIC_LOG} if the intent could not be made durable: the command was
     *     then not begun; {@code CONFLICT} naming both versions if somebody else wrote about the subject at the same moment
     */
    public <T> T command(Actor actor, String command, String subject, Function<Recording, T> work) {
        TrafficRecorder recorder = recorders.recorder(actor, subject);
        LogReceipt intent = recorder.intent(TrafficEntry.command(command, subject));
        Ending ending = new Ending(recorder, intent);
        try {
            return tried(new Try<>(actor, subject, intent, work), ending);
        } catch (RuntimeException | Error e) {
            ending.failed(e);
            throw e;
        } finally {
            ending.left();
        }
    }

    private <T> T tried(Try<T> command, Ending ending) {
        int[] read = new int[1];
        for (int tries = 1; ; tries++) {
            try {
                return parts.unitOfWork().call(manager -> {
                    parts.unitOfWork().afterCompletion(ending::completed);
                    // Read first of all: whatever the command reads afterwards is at least as new as this.
                    SubjectEntity head = manager.find(SubjectEntity.class, command.subject());
                    read[0] = head == null ? 0 : head.events();
                    Recording recording = recording(manager, command.actor(), command.intent());
                    if (head == null) {
                        recording.begins(command.subject());
                    }
                    return command.work().apply(recording);
                });
            } catch (RuntimeException e) {
                if (e instanceof PrakatException && !(e instanceof CollisionException)) {
                    throw e;
                }
                Conflict conflict = since(command.subject(), read[0], e);
                if (tries >= TRIES || !ending.isRolledBack() || !conflict.mayRepeat(command.actor(), e)) {
                    throw conflict.problem(e);
                }
                ending.again();
            }
        }
    }

    private Conflict since(String subject, int read, RuntimeException failure) {
        try {
            return since(subject, read);
        } catch (RuntimeException e) {
            // A database that does not answer now must not hide why the command failed.
            failure.addSuppressed(e);
            throw failure;
        }
    }

    private Conflict since(String subject, int read) {
        return parts.unitOfWork()
                .call(manager -> new Conflict(
                        subject,
                        read,
                        EventQueries.since(manager, subject, read, Conflict.LIMIT).stream()
                                .map(EventEntity::toEvent)
                                .toList()));
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
     * Does a step of a begun action in a unit of work of its own. After a collision it is done again, up to five times.
     *
     * @param begun what {@link #begin} gave
     * @param work the step; must do nothing beyond its unit of work
     * @param <T> what the step gives back
     * @return what the step gave back
     * @throws CollisionException if somebody else was first each time
     */
    public <T> T step(Begun begun, Function<Recording, T> work) {
        for (int tries = 1; ; tries++) {
            try {
                return parts.unitOfWork()
                        .call(manager -> work.apply(recording(manager, begun.actor(), begun.intent())));
            } catch (CollisionException e) {
                if (tries >= TRIES) {
                    throw e;
                }
            }
        }
    }

    private Recording recording(EntityManager manager, Actor actor, LogReceipt intent) {
        return new Recording(manager, actor, parts.clock().instant(), intent, parts);
    }

    /**
     * The events of one subject, oldest first.
     *
     * @param subject the item, request or complaint
     * @return its events; empty when there are none
     */
    public List<JournalEvent> events(String subject) {
        return parts.unitOfWork()
                .call(manager -> EventQueries.ofSubject(manager, subject).stream()
                        .map(EventEntity::toEvent)
                        .toList());
    }

    /**
     * Reads the events of some types within a time, in the order in which they happened, in pages: memory does not grow with
     * their number. Works beside commands that go on.
     *
     * @param types the types, for example {@code placement.published}
     * @param from the first instant
     * @param until the first instant that does not count any more
     * @param each is told every event, on this thread
     */
    public void happened(Collection<String> types, Instant from, Instant until, Consumer<JournalEvent> each) {
        EventQueries.Happened asked = new EventQueries.Happened(List.copyOf(types), until);
        Instant after = from;
        long sequence = Long.MIN_VALUE;
        while (true) {
            Instant start = after;
            long last = sequence;
            List<JournalEvent> page = parts.unitOfWork()
                    .call(manager -> EventQueries.happened(manager, asked, start, last, PAGE).stream()
                            .map(EventEntity::toEvent)
                            .toList());
            page.forEach(each);
            if (page.size() < PAGE) {
                return;
            }
            JournalEvent end = page.get(page.size() - 1);
            after = end.at();
            sequence = end.sequence();
        }
    }

    /**
     * Tells the listeners what they were not told yet and is due: what they did not take, and what a crash kept from them.
     * Forgets what was delivered more than 30 days ago. Two machines at once share the work. Call it outside of any unit of work.
     *
     * @return how many notifications were delivered; 0 when the host has no listener
     */
    public int notifyListeners() {
        return parts.outbox().deliverDue();
    }

    /**
     * What the listeners were not told yet, the oldest first.
     *
     * @param limit how many at the most, from 1
     * @return what waits, with the reason when it was tried
     */
    public List<Undelivered> undelivered(int limit) {
        return parts.unitOfWork()
                .call(manager -> NotificationQueries.undelivered(manager, limit).stream()
                        .map(NotificationEntity::toUndelivered)
                        .toList());
    }

    /**
     * Works in a unit of work without a command: for reading, and for bookkeeping that decides nothing (claims, heart-beats).
     *
     * @param work the work
     * @param <T> what it gives back
     * @return what it gave back
     */
    public <T> T inUnitOfWork(Function<EntityManager, T> work) {
        return parts.unitOfWork().call(work);
    }

    /**
     * An action that was begun.
     *
     * @param actor who acts
     * @param recorder the way into the traffic log, bound to the actor and the subject
     * @param intent where the intent stands
     */
    public record Begun(Actor actor, TrafficRecorder recorder, LogReceipt intent) {}

    /** A command that may have to be run more than once. */
    private record Try<T>(Actor actor, String subject, LogReceipt intent, Function<Recording, T> work) {}
}
