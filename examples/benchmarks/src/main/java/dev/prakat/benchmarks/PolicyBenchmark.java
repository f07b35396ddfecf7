package dev.prakat.benchmarks;

import dev.prakat.category.CategoryId;
import dev.prakat.duty.DutyAnswer;
import dev.prakat.duty.MatrixRow;
import dev.prakat.policy.AgencyPolicy;
import java.util.List;
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

/** Promises: a duty question in at most 200 ns, {@code sso-website} loaded in at most 150 ms in a warm JVM. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PolicyBenchmark {

    private static final String POLICY = "sso-website";
    private static final String UNIT = "ศสน.";

    private final AgencyPolicy policy = AgencyPolicy.builtIn(POLICY);
    private final List<CategoryId> categories =
            policy.matrix().rows().stream().map(MatrixRow::category).toList();
    private int next;

    /**
     * Whether a unit may publish, for another row of the matrix each time.
     *
     * @return the answer
     */
    @Benchmark
    @OutputTimeUnit(TimeUnit.NANOSECONDS)
    public DutyAnswer mayAct() {
        next = next + 1 == categories.size() ? 0 : next + 1;
        return policy.matrix().mayAct(categories.get(next), "PUBLISH", UNIT, UNIT);
    }

    /**
     * The whole policy from its files.
     *
     * @return the policy
     */
    @Benchmark
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public AgencyPolicy load() {
        return AgencyPolicy.builtIn(POLICY);
    }
}
