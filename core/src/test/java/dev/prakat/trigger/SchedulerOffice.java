package dev.prakat.trigger;

import dev.prakat.delivery.SweepSummary;
import java.time.Duration;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Starts a trigger that calls whatever a test wants to be called. */
public final class SchedulerOffice {

    private SchedulerOffice() {}

    public static AutoCloseable start(Supplier<SweepSummary> sweep, DataSource database, String machine) {
        return DbSchedulerTrigger.start(sweep, database, machine, Duration.ofMillis(100));
    }
}
