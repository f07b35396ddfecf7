package dev.prakat.benchmarks;

import dev.prakat.calendar.DeadlineSettings;
import dev.prakat.calendar.MovedDeadline;
import dev.prakat.calendar.OpenDeadline;
import dev.prakat.calendar.Reprojection;
import dev.prakat.calendar.TimeLimit;
import dev.prakat.calendar.WorkingCalendar;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a late holiday does to open deadlines (AT-13: 31 July 2566). Promise: 50,000 in at most 10 s. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ReprojectionBenchmark {

    private static final int OPEN = 50_000;
    private static final String NOT_YET =
            "date,name_th,name_en,kind,scope\n2023-07-31,ยังไม่ประกาศ,not yet,CANCELLED,NATIONAL\n";

    private final WorkingCalendar after = WorkingCalendar.government();
    private final WorkingCalendar before = after.plus(WorkingCalendar.load(new StringReader(NOT_YET), "not-yet"));
    private final List<OpenDeadline> open =
            IntStream.range(0, OPEN).mapToObj(this::deadline).toList();

    /**
     * Both calendars compared and every deadline counted again; nearly all of them move.
     *
     * @return those that moved
     */
    @Benchmark
    public List<MovedDeadline> reproject50000() {
        return Reprojection.between(before, after).moved(open);
    }

    private OpenDeadline deadline(int number) {
        Instant start = Instant.parse("2023-07-01T02:00:00Z").plusSeconds(47L * number);
        TimeLimit limit = TimeLimit.parse("25wd");
        return new OpenDeadline("C" + number, start, limit, DeadlineSettings.STANDARD, before.due(start, limit));
    }
}
