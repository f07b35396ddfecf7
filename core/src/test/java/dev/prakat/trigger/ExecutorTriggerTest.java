package dev.prakat.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.prakat.TestAgency;
import dev.prakat.delivery.Health;
import dev.prakat.delivery.PlacementState;
import dev.prakat.delivery.SweepSummary;
import dev.prakat.item.ItemId;
import dev.prakat.testkit.InMemoryTarget;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code -Dprakat.interval=SECONDS} says how often the two simulated months are swept. */
class ExecutorTriggerTest {

    private static final SweepSummary DONE = new SweepSummary(Instant.EPOCH, 0, 0, 0, 0, 0, 0, List.of(), false);
    private static final SweepSummary MORE = new SweepSummary(Instant.EPOCH, 0, 0, 0, 0, 0, 0, List.of(), true);

    @TempDir
    Path folder;

    private final VirtualExecutor executor = new VirtualExecutor();

    @Test
    void aSweepThatFailsIsFollowedByTheNext() {
        AtomicInteger calls = new AtomicInteger();
        try (ExecutorTrigger trigger = ExecutorTrigger.start(
                () -> {
                    calls.incrementAndGet();
                    throw new IllegalStateException("the database is away");
                },
                executor.service(),
                Duration.ofSeconds(15))) {
            executor.pass(Duration.ofMinutes(1));
            assertThat(calls).hasValue(5);
        }
        executor.pass(Duration.ofMinutes(1));
        assertThat(calls).as("closed").hasValue(5);
    }

    @Test
    void whereThereIsMoreToDoItDoesNotWait() {
        AtomicInteger calls = new AtomicInteger();
        try (ExecutorTrigger trigger = ExecutorTrigger.start(
                () -> calls.incrementAndGet() < 4 ? MORE : DONE, executor.service(), Duration.ofSeconds(15))) {
            executor.pass(Duration.ofSeconds(1));
            assertThat(calls).hasValue(4);
        }
    }

    @Test
    void anIntervalOfNothingIsRefused() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> ExecutorTrigger.start(() -> DONE, executor.service(), Duration.ZERO))
                .withMessageContaining("PT0S");
    }

    @Test
    @Tag("soak")
    void twoSimulatedMonthsPassWithoutAMissedSweep() {
        Duration interval = Duration.ofSeconds(Integer.getInteger("prakat.interval", 14_400));
        long expected = Duration.ofDays(60).dividedBy(interval) + 1;
        AtomicInteger calls = new AtomicInteger();
        try (TestAgency agency = new TestAgency(folder)) {
            agency.restart(Map.of("www", new InMemoryTarget(agency.web)), builder -> builder.sweepInterval(interval));
            ItemId id =
                    agency.approved(TestAgency.draft("ประกาศ", LocalDate.of(2021, 3, 2), LocalDate.of(2021, 4, 25)));
            executor.onTick(agency.clock::set, agency.clock.instant());
            try (ExecutorTrigger trigger = ExecutorTrigger.start(
                    () -> {
                        calls.incrementAndGet();
                        return agency.prakat().sweep();
                    },
                    executor.service(),
                    interval)) {
                executor.pass(Duration.ofDays(60));
            }
            assertThat(calls.get()).isEqualTo((int) expected);
            assertThat(agency.prakat().health().status()).isEqualTo(Health.Status.UP);
            assertThat(agency.prakat().placements().of(id)).singleElement().satisfies(placement -> {
                assertThat(placement.state()).isEqualTo(PlacementState.REMOVAL_PROVEN);
                assertThat(placement.removalLateness()).isLessThanOrEqualTo(interval);
            });
            System.out.printf(
                    "60 simulated days, a sweep every %d s: %,d sweeps, 0 missed%n", interval.toSeconds(), calls.get());
        }
    }
}
