package dev.prakat.transaction;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A piece of work on the database that is done whole or not at all. All database work of Prakat goes through one, so that a
 * host can let it join a transaction of its own. Implementations are thread-safe; one unit belongs to one thread. No network
 * call is ever made inside a unit of work.
 */
public interface UnitOfWork {

    /** How a unit of work ended. */
    enum Completion {
        /** It is in the database. */
        COMMITTED,
        /** Nothing of it is in the database. */
        ROLLED_BACK
    }

    /**
     * Does the work in the unit that is open on this thread, or in a new one that is committed when the work returns and
     * rolled back when it throws.
     *
     * @param work the work; must not keep the entity manager
     * @param <T> what the work gives back
     * @return what the work gave back
     * @throws CollisionException if somebody else changed a row first; the unit is rolled back then
     * @throws dev.prakat.problem.PrakatException {@code BROKEN} if the database failed
     */
    <T> T call(Function<EntityManager, T> work);

    /**
     * Asks to be told how the unit that is open on this thread ended. Called once, on this thread, after the commit or
     * roll-back, in the order of asking, when no unit is open any more: an action may begin one of its own. What the action
     * throws is logged and goes no further: the work is done already.
     *
     * @param action told how it ended
     * @throws IllegalStateException if no unit is open on this thread
     */
    void afterCompletion(Consumer<Completion> action);

    /**
     * The unit of work for a host that gives a plain {@code DataSource}: thread-bound and re-entrant, an inner call joins
     * the outer one.
     *
     * @param factory makes the entity managers; stays the caller's to close
     * @return the unit of work
     */
    static UnitOfWork resourceLocal(EntityManagerFactory factory) {
        return new ResourceLocalUnitOfWork(factory);
    }
}
