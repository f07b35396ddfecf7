package dev.prakat.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.delivery.SweepSummary;
import dev.prakat.schema.Schema;
import dev.prakat.schema.SchemaMode;
import dev.prakat.trigger.SchedulerOffice;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two machines let db-scheduler call the sweep: it is called, and never on both at once. */
class DbSchedulerTest {

    private static final SweepSummary DONE = new SweepSummary(Instant.EPOCH, 0, 0, 0, 0, 0, 0, List.of(), false);

    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final CountDownLatch sweeps = new CountDownLatch(6);

    @ParameterizedTest
    @EnumSource(TestDatabases.class)
    void oneOfTwoMachinesSweepsAtATime(TestDatabases which) throws Exception {
        try (EmptyDatabase database = which.server(DbSchedulerTest.class).empty()) {
            Schema.prepare(database.dataSource(), SchemaMode.MIGRATE);
            Supplier<SweepSummary> sweep = () -> {
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                sweeps.countDown();
                inside.decrementAndGet();
                return DONE;
            };
            try (AutoCloseable one = SchedulerOffice.start(sweep, database.dataSource(), "one");
                    AutoCloseable two = SchedulerOffice.start(sweep, database.dataSource(), "two")) {
                assertThat(sweeps.await(60, TimeUnit.SECONDS))
                        .as("six sweeps are called")
                        .isTrue();
            }
            assertThat(most).hasValue(1);
        }
    }
}
