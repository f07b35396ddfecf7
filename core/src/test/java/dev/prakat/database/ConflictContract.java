package dev.prakat.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.transaction.DatabaseTime;
import dev.prakat.transaction.PersistenceUnit;
import dev.prakat.transaction.UnitOfWork;
import dev.prakat.transaction.UnitOfWork.Completion;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two units of work that are in each other's way: one is told to read again and repeat, in whatever words the database says so. */
abstract class ConflictContract {

    private static final int SECONDS = 60;

    private final ExecutorService other = Executors.newSingleThreadExecutor();
    private final List<EntityManagerFactory> factories = new ArrayList<>();

    abstract EmptyDatabase empty();

    @BeforeEach
    void makeTable() {
        empty().execute(
                        "create table note (id varchar(20) primary key, n int not null)",
                        "insert into note values ('first', 0)",
                        "insert into note values ('second', 0)");
    }

    @AfterEach
    void close() {
        other.shutdownNow();
        factories.forEach(EntityManagerFactory::close);
    }

    @Test
    void whoAddsTheSameKeySecondIsToldOfAConflict() throws Exception {
        UnitOfWork unit = unit(empty().dataSource());
        CountDownLatch added = new CountDownLatch(1);
        CountDownLatch adding = new CountDownLatch(1);
        Future<?> first = other.submit(() -> unit.call(manager -> {
            run(manager, "insert into note values ('new', 1)");
            added.countDown();
            await(adding);
            return 0;
        }));
        await(added);
        conflict(unit, manager -> {
            adding.countDown();
            run(manager, "insert into note values ('new', 2)");
        });
        first.get(SECONDS, TimeUnit.SECONDS);
        assertThat(empty().texts("select n from note where id = 'new'")).containsExactly("1");
    }

    @Test
    void whoWaitsForALockInVainIsToldOfAConflictAndMayRepeat() throws Exception {
        UnitOfWork unit = unit(empty().impatient());
        CountDownLatch locked = new CountDownLatch(1);
        CountDownLatch told = new CountDownLatch(1);
        Future<?> first = other.submit(() -> unit.call(manager -> {
            run(manager, "update note set n = 1 where id = 'first'");
            locked.countDown();
            await(told);
            return 0;
        }));
        await(locked);
        conflict(unit, manager -> {
            run(manager, "update note set n = 5 where id = 'second'");
            run(manager, "update note set n = n + 10 where id = 'first'");
        });
        assertThat(empty().texts("select n from note where id = 'second'")).containsExactly("0");
        told.countDown();
        first.get(SECONDS, TimeUnit.SECONDS);
        unit.call(manager -> run(manager, "update note set n = n + 10 where id = 'first'"));
        assertThat(empty().texts("select n from note where id = 'first'")).containsExactly("11");
    }

    @Test
    void ofTwoThatWaitForEachOtherOneIsToldOfAConflict() throws Exception {
        UnitOfWork unit = unit(empty().dataSource());
        CyclicBarrier bothHaveOne = new CyclicBarrier(2);
        Future<Optional<PrakatException>> theirs = other.submit(crossing(unit, bothHaveOne, "second", "first"));
        Optional<PrakatException> ours =
                crossing(unit, bothHaveOne, "first", "second").call();
        List<PrakatException> problems = Stream.of(ours, theirs.get(SECONDS, TimeUnit.SECONDS))
                .flatMap(Optional::stream)
                .toList();
        assertThat(problems).isNotEmpty().allSatisfy(ConflictContract::saysReadAgain);
        String stored = Integer.toString(2 - problems.size());
        assertThat(empty().texts("select n from note order by id")).containsExactly(stored, stored);
    }

    private static Callable<Optional<PrakatException>> crossing(
            UnitOfWork unit, CyclicBarrier barrier, String mine, String yours) {
        return () -> {
            try {
                unit.call(manager -> {
                    run(manager, "update note set n = n + 1 where id = '" + mine + "'");
                    await(barrier);
                    return run(manager, "update note set n = n + 1 where id = '" + yours + "'");
                });
                return Optional.empty();
            } catch (PrakatException e) {
                return Optional.of(e);
            }
        };
    }

    @Test
    void whoWouldOverwriteWhatItDidNotSeeIsToldOfAConflict() {
        UnitOfWork unit = unit(empty().stable());
        conflict(unit, manager -> {
            assertThat(number(manager, "first")).isZero();
            meanwhile(unit, "update note set n = 1 where id = 'first'");
            run(manager, "update note set n = n + 10 where id = 'first'");
        });
        assertThat(empty().texts("select n from note where id = 'first'")).containsExactly("1");
    }

    @Test
    void aBrokenStatementIsNoConflict() {
        UnitOfWork unit = unit(empty().dataSource());
        for (String sql : List.of("insert into note values ('third', null)", "update nowhere set n = 1")) {
            assertThatExceptionOfType(PrakatException.class)
                    .isThrownBy(() -> unit.call(manager -> run(manager, sql)))
                    .satisfies(e -> assertThat(e.code()).isEqualTo(ProblemCode.BROKEN));
        }
    }

    @Test
    void theDatabasesTimeIsTheSameInstantInEveryZone() {
        List<Instant> times = new ArrayList<>();
        for (String zone : List.of("+09:00", "-11:00", "+00:00")) {
            times.add(unit(empty().inZone(zone)).call(DatabaseTime::now));
        }
        for (Instant time : times) {
            assertThat(Duration.between(times.get(0), time).abs()).isLessThan(Duration.ofMinutes(10));
        }
        assertThat(times.get(0)).isAfter(Instant.parse("2025-01-01T00:00:00Z"));
    }

    /** Our own unit meets a conflict: nothing of it is stored and it knows. */
    private static void conflict(UnitOfWork unit, Work work) {
        List<Completion> told = new ArrayList<>();
        assertThatExceptionOfType(PrakatException.class)
                .isThrownBy(() -> unit.call(manager -> {
                    unit.afterCompletion(told::add);
                    work.run(manager);
                    return 0;
                }))
                .satisfies(ConflictContract::saysReadAgain);
        assertThat(told).containsExactly(Completion.ROLLED_BACK);
    }

    private static void saysReadAgain(PrakatException e) {
        assertThat(e.code()).as("%s", e.getMessage()).isEqualTo(ProblemCode.CONFLICT);
        assertThat(e).hasMessageContaining("nothing of this call was stored").hasMessageContaining("Read it again");
    }

    private void meanwhile(UnitOfWork unit, String sql) {
        try {
            other.submit(() -> unit.call(manager -> run(manager, sql))).get(SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private UnitOfWork unit(DataSource source) {
        EntityManagerFactory factory = PersistenceUnit.open(source, List.of());
        factories.add(factory);
        return UnitOfWork.resourceLocal(factory);
    }

    private static int number(EntityManager manager, String id) {
        return ((Number) manager.createNativeQuery("select n from note where id = '" + id + "'")
                        .getSingleResult())
                .intValue();
    }

    private static int run(EntityManager manager, String sql) {
        return manager.createNativeQuery(sql).executeUpdate();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(SECONDS, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Work {
        void run(EntityManager manager);
    }
}
