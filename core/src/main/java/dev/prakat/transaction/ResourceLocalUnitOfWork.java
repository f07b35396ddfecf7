package dev.prakat.transaction;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import jakarta.persistence.PersistenceException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One entity manager and one transaction a thread; inner calls join. {@code emf.runInTransaction} would open a second one. */
final class ResourceLocalUnitOfWork implements UnitOfWork {

    private static final Logger LOG = LoggerFactory.getLogger(ResourceLocalUnitOfWork.class);

    private final EntityManagerFactory factory;

    // Not static: two factories in one program must not see each other's units.
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<Open> open = new ThreadLocal<>();

    ResourceLocalUnitOfWork(EntityManagerFactory factory) {
        this.factory = factory;
    }

    @Override
    public <T> T call(Function<EntityManager, T> work) {
        Open outer = open.get();
        if (outer != null) {
            return work.apply(outer.manager);
        }
        Open unit = new Open(factory.createEntityManager(), new ArrayList<>());
        open.set(unit);
        Completion completion = Completion.ROLLED_BACK;
        try {
            EntityTransaction transaction = unit.manager.getTransaction();
            transaction.begin();
            T result = work.apply(unit.manager);
            transaction.commit();
            completion = Completion.COMMITTED;
            return result;
        } catch (PersistenceException e) {
            throw DatabaseProblem.of(e);
        } finally {
            close(unit, completion);
        }
    }

    @Override
    public void afterCompletion(Consumer<Completion> action) {
        Open unit = open.get();
        if (unit == null) {
            throw new IllegalStateException("no unit of work is open on this thread; call this inside UnitOfWork.call");
        }
        unit.actions.add(action);
    }

    private void close(Open unit, Completion completion) {
        open.remove();
        try {
            EntityTransaction transaction = unit.manager.getTransaction();
            if (transaction.isActive()) {
                transaction.rollback();
            }
            unit.manager.close();
        } catch (PersistenceException e) {
            // The work has its own result or exception; a failed roll-back must not hide it.
            LOG.atWarn().setCause(e).log("A unit of work could not be closed cleanly");
        }
        for (Consumer<Completion> action : unit.actions) {
            try {
                action.accept(completion);
            } catch (RuntimeException e) {
                LOG.atError()
                        .addKeyValue("completion", completion)
                        .setCause(e)
                        .log("An action after a unit of work failed");
            }
        }
    }

    private record Open(EntityManager manager, List<Consumer<Completion>> actions) {}
}
