package dev.prakat.benchmarks;

import dev.prakat.calendar.CountingRule.FirstDay;
import dev.prakat.calendar.TimeLimit;
import dev.prakat.calendar.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** When a limit ends. Promise: a due date over 25 working days in at most 2 µs. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class DueDateBenchmark {

    private static final int DAYS = 2_000;
    private static final long DAY = 86_400;

    private final WorkingCalendar calendar = WorkingCalendar.government();
    private final TimeLimit workingDays = TimeLimit.parse("25wd");
    private final TimeLimit hours = TimeLimit.parse("20h");
    private final Instant first = Instant.parse("2020-01-02T03:00:00Z");
    private final LocalDate firstDay = LocalDate.of(2020, 1, 2);
    private int next;

    /**
     * 25 working days, another start each time.
     *
     * @return the due instant
     */
    @Benchmark
    public Instant due25WorkingDays() {
        return calendar.due(start(), workingDays);
    }

    /**
     * 20 hours of office time, another start each time.
     *
     * @return the due instant
     */
    @Benchmark
    public Instant due20OfficeHours() {
        return calendar.due(start(), hours);
    }

    /**
     * How many working days a period of 40 days has.
     *
     * @return the number
     */
    @Benchmark
    public int workingDaysElapsed() {
        LocalDate from = firstDay.plusDays(turn());
        return calendar.workingDays(from, from.plusDays(40), FirstDay.EXCLUDE);
    }

    private Instant start() {
        return first.plusSeconds(DAY * turn());
    }

    private int turn() {
        next = next == DAYS ? 0 : next + 1;
        return next;
    }
}
