package dev.prakat.database;

import static dev.prakat.TestAgency.AUTHOR;
import static dev.prakat.TestAgency.DIRECTOR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.TestAgency;
import dev.prakat.approval.Decision;
import dev.prakat.delivery.PlacementState;
import dev.prakat.delivery.SweepSummary;
import dev.prakat.item.Draft;
import dev.prakat.item.ItemId;
import dev.prakat.item.PlacementPlan;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.PublishingTarget;
import dev.prakat.testkit.InMemoryTarget;
import dev.prakat.window.PublishWindow;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Two officers, or two machines, at the same thing at the same time. Whoever is first, the outcome is the same. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SharedWorkContract {

    private static final int SECONDS = 60;

    private final ExecutorService others = Executors.newFixedThreadPool(3);
    private EmptyDatabase database;
    private TestAgency agency;
    private TestAgency second;

    abstract EmptyDatabase newDatabase();

    @BeforeAll
    void open(@TempDir Path home) {
        database = newDatabase();
        agency = new TestAgency(home.resolve("one"), database.dataSource());
        second = new TestAgency(home.resolve("two"), database.dataSource());
    }

    @AfterAll
    void close() {
        others.shutdownNow();
        agency.close();
        second.close();
        database.close();
    }

    @Test
    void twoSweepsAtOncePublishEveryItemOnce() throws Exception {
        List<ItemId> items = new ArrayList<>();
        for (int n = 1; n <= 6; n++) {
            items.add(agency.approved(draft("ประกาศ " + n)));
        }
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        agency.restart(waiting(new InMemoryTarget(agency.web), inside, goOn));
        second.restart(new InMemoryTarget(agency.web));
        Future<SweepSummary> slow = others.submit(() -> agency.prakat().sweep());
        assertThat(inside.await(SECONDS, TimeUnit.SECONDS)).isTrue();
        SweepSummary quick = second.prakat().sweep();
        goOn.countDown();
        assertThat(quick.published()).isPositive();
        assertThat(quick.skipped()).as("what the slow one has claimed").isEqualTo(6 - quick.published());
        assertThat(slow.get(SECONDS, TimeUnit.SECONDS).published()).isEqualTo(6 - quick.published());
        for (ItemId id : items) {
            assertThat(agency.prakat().placements().of(id)).singleElement().satisfies(placement -> {
                assertThat(placement.state()).isEqualTo(PlacementState.LIVE_PROVEN);
                assertThat(placement.fence()).isEqualTo(1);
            });
        }
    }

    @Test
    void sweepsOfOneNodeThatBeginTogetherAllEndWell() throws Exception {
        List<SweepSummary> ended = new ArrayList<>();
        for (Outcome<SweepSummary> outcome : together(
                () -> agency.prakat().sweep(),
                () -> second.prakat().sweep(),
                () -> agency.prakat().sweep())) {
            ended.add(outcome.value());
        }
        assertThat(ended).doesNotContainNull().allMatch(SweepSummary::clean);
    }

    @Test
    void ofTwoDecisionsAtOnceOneCountsAndTheOtherIsAConflict() throws Exception {
        ItemId id = agency.prakat().items().draft(AUTHOR, draft("ประกาศ"));
        agency.prakat().approvals().submit(id, AUTHOR);
        oneCounts(together(
                () -> agency.prakat().approvals().decide(id, DIRECTOR, Decision.approve("หนึ่ง")),
                () -> second.prakat().approvals().decide(id, DIRECTOR, Decision.approve("สอง"))));
        assertThat(agency.prakat().history(id.value()))
                .filteredOn(event -> event.type().equals("item.decided"))
                .hasSize(1);
        assertThat(agency.prakat().approvals().cases(id).get(0).acts()).hasSize(1);
    }

    @Test
    void ofTwoSubmissionsAtOnceOneCountsAndTheOtherIsAConflict() throws Exception {
        ItemId id = agency.prakat().items().draft(AUTHOR, draft("ประกาศ"));
        oneCounts(together(
                () -> agency.prakat().approvals().submit(id, AUTHOR),
                () -> second.prakat().approvals().submit(id, AUTHOR)));
        assertThat(agency.prakat().approvals().cases(id)).hasSize(1);
    }

    @Test
    void ofTwoRevisionsAtOnceOneCountsAndTheOtherIsAConflict() throws Exception {
        ItemId id = agency.prakat().items().draft(AUTHOR, draft("ประกาศ"));
        List<Outcome<Integer>> outcomes = together(
                () -> agency.prakat().items().revise(AUTHOR, id, draft("หนึ่ง")),
                () -> second.prakat().items().revise(AUTHOR, id, draft("สอง")));
        long stored =
                outcomes.stream().filter(outcome -> outcome.problem() == null).count();
        // One after the other is no conflict: then there are two new revisions.
        assertThat(agency.prakat().items().get(id).current().number()).isEqualTo((int) stored + 1);
        assertThat(outcomes)
                .filteredOn(outcome -> outcome.problem() != null)
                .allSatisfy(outcome -> assertThat(outcome.problem().code()).isEqualTo(ProblemCode.CONFLICT));
    }

    private static <T> void oneCounts(List<Outcome<T>> outcomes) {
        assertThat(outcomes).filteredOn(outcome -> outcome.problem() == null).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> outcome.problem() != null)
                .allSatisfy(outcome -> assertThat(outcome.problem().code())
                        .as("%s", outcome.problem())
                        .isEqualTo(ProblemCode.CONFLICT));
    }

    /** What one of several came to: a value or a problem. */
    private record Outcome<T>(T value, PrakatException problem) {}

    @SafeVarargs
    private <T> List<Outcome<T>> together(Callable<T>... works) throws Exception {
        CyclicBarrier start = new CyclicBarrier(works.length);
        List<Future<T>> running = new ArrayList<>();
        for (Callable<T> work : works) {
            running.add(others.submit(() -> {
                start.await(SECONDS, TimeUnit.SECONDS);
                return work.call();
            }));
        }
        List<Outcome<T>> outcomes = new ArrayList<>();
        for (Future<T> one : running) {
            try {
                outcomes.add(new Outcome<>(one.get(SECONDS, TimeUnit.SECONDS), null));
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof PrakatException problem)) {
                    throw e;
                }
                outcomes.add(new Outcome<>(null, problem));
            }
        }
        return outcomes;
    }

    /** A target whose first publication waits until it may go on. */
    private static PublishingTarget waiting(PublishingTarget target, CountDownLatch inside, CountDownLatch goOn) {
        return (PublishingTarget) Proxy.newProxyInstance(
                PublishingTarget.class.getClassLoader(),
                new Class<?>[] {PublishingTarget.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("publish") && inside.getCount() > 0) {
                        inside.countDown();
                        assertThat(goOn.await(SECONDS, TimeUnit.SECONDS)).isTrue();
                    }
                    try {
                        return method.invoke(target, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static Draft draft(String title) {
        return Draft.of("news-releases", title, "<p>ข้อความ</p>")
                .withPlacement(PlacementPlan.gone(
                        "www", PublishWindow.ofDates(LocalDate.of(2021, 3, 1), LocalDate.of(2021, 3, 31))));
    }
}
