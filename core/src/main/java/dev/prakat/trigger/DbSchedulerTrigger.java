package dev.prakat.trigger;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.prakat.Prakat;
import dev.prakat.delivery.SweepSummary;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Lets db-scheduler call the sweep on one machine of a cluster at a time. Our own due rows stay the truth: this only says when
 * to look. Needs {@code com.github.kagkarlsson:db-scheduler} on the class path, which core names as optional, and the table
 * {@code prakat_scheduled_task}, which our migrations make. A machine that dies is taken over within a minute. Thread-safe.
 */
public final class DbSchedulerTrigger implements AutoCloseable {

    private static final String TABLE = "prakat_scheduled_task";

    /** A heartbeat that is four of these old tells of a dead machine. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    private final Scheduler scheduler;

    private DbSchedulerTrigger(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /**
     * Begins to take part: one of the machines that do calls the sweep.
     *
     * @param prakat what to call; stays the caller's to close, after this
     * @param dataSource the database that {@code prakat} was built with; two connections
     * @param machine this machine's name, different for each
     * @param interval from the end of one sweep to the start of the next, as the builder's {@code sweepInterval} says
     * @return the trigger
     * @throws PrakatException {@code BROKEN} if the database does not answer
     */
    public static DbSchedulerTrigger start(Prakat prakat, DataSource dataSource, String machine, Duration interval) {
        return start(prakat::sweep, dataSource, machine, interval);
    }

    static DbSchedulerTrigger start(
            Supplier<SweepSummary> sweep, DataSource dataSource, String machine, Duration interval) {
        Pass pass = new Pass(sweep);
        RecurringTask<Void> task =
                Tasks.recurring("prakat-sweep", FixedDelay.of(interval)).execute((instance, context) -> pass.run());
        SchedulerBuilder builder = Scheduler.create(dataSource)
                .startTasks(task)
                .tableName(TABLE)
                .schedulerName(new SchedulerName.Fixed(machine))
                .threads(1)
                .pollingInterval(shorter(interval, Duration.ofSeconds(10)))
                .heartbeatInterval(HEARTBEAT);
        if (isMariadb(dataSource)) {
            // Its columns know no zone; elsewhere this would be seven hours off.
            builder.alwaysPersistTimestampInUTC();
        }
        Scheduler scheduler = builder.build();
        scheduler.start();
        return new DbSchedulerTrigger(scheduler);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static boolean isMariadb(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            return connection
                    .getMetaData()
                    .getDatabaseProductName()
                    .toLowerCase(Locale.ROOT)
                    .equals("mariadb");
        } catch (SQLException e) {
            throw new PrakatException(
                    ProblemCode.BROKEN, "the database could not be asked what it is: " + e.getMessage(), e);
        }
    }

    /** Takes part no more; waits for a sweep that is under way here. Safe to call twice. */
    @Override
    public void close() {
        scheduler.stop();
    }
}
