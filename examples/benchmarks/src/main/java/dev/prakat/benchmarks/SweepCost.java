package dev.prakat.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import dev.prakat.Prakat;
import dev.prakat.PrakatBuilder;
import dev.prakat.benchmarks.SeenStatements.Seen;
import dev.prakat.delivery.SweepSummary;
import dev.prakat.schema.Schema;
import dev.prakat.schema.SchemaMode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;

/**
 * What a sweep costs that takes down and proves many items on a website in memory, against bare JDBC that writes the same rows
 * with the same durable commits and forces as many records, by turns in one run, each on one thread. The first turn warms up
 * and counts the statements.
 *
 * <pre>
 * java -Xmx96m -cp examples/benchmarks/target/benchmarks.jar dev.prakat.benchmarks.SweepCost --actions=2500 --turns=4
 * </pre>
 *
 * {@code --log=} is the folder of both logs, by default on the database's disk. Ends with exit code 1 if a sweep leaves
 * something.
 */
public final class SweepCost {

    private static final String TARGET = PlacementRows.TARGETS.get(0);
    private static final String OURS = "ours";

    private final HikariDataSource ours;
    private final HikariDataSource bare;
    private final Path folder;
    private final OfficeClock clock = new OfficeClock();
    private final Instant began = clock.instant();
    private final MemorySite site = new MemorySite(TARGET);

    private SweepCost(HikariDataSource ours, HikariDataSource bare, Path folder) {
        this.ours = ours;
        this.bare = bare;
        this.folder = folder;
    }

    /**
     * Measures and prints.
     *
     * @param arguments see above
     * @throws IOException if a folder cannot be made or the server does not start
     * @throws SQLException if the database fails
     */
    public static void main(String... arguments) throws IOException, SQLException {
        System.setProperty("org.jboss.logging.provider", "slf4j");
        Arguments given = new Arguments(arguments);
        Path home = Path.of(given.text("home", "target/sweep-cost"));
        Files.createDirectories(home);
        Path logs = Path.of(given.text("log", home.toString()));
        try (PostgresqlServer server = PostgresqlServer.start(given, home)) {
            SweepCost cost = new SweepCost(
                    server.emptySchema(OURS), server.emptySchema("bare"), Files.createTempDirectory(logs, "sweep"));
            cost.run(given.number("actions", 2_500), given.number("warmup", 1_000), given.number("turns", 4));
        }
    }

    private PrakatBuilder settings(DataSource source) {
        return SampleOffice.withoutTargets(source, folder)
                .target(TARGET, site)
                .clock(clock)
                .driftScan(null)
                .sweepInterval(Duration.ofHours(12));
    }

    private Instant end(int turn) {
        return began.plus(Duration.ofDays(turn + 1L));
    }

    private void run(int actions, int warmUp, int turns) throws IOException, SQLException {
        List<List<String>> items = new ArrayList<>();
        SeenStatements seen = new SeenStatements(ours);
        Schema.prepare(bare, SchemaMode.MIGRATE);
        try (BareLog log = new BareLog(folder.resolve("bare.log"))) {
            BareTakeDowns jdbc = new BareTakeDowns(bare, log, began.atOffset(ZoneOffset.UTC));
            try (Prakat prakat = settings(seen.source()).build()) {
                PublicItems filling = new PublicItems(prakat, List.of(TARGET), 1);
                for (int turn = 0; turn <= turns; turn++) {
                    items.add(filling.approve(turn == 0 ? warmUp : actions, began, end(turn)));
                }
                requireClean(prakat.sweep());
                BareTakeDowns.copy(bare, OURS);
                jdbc.run(items.get(0), TARGET);
                seen.forget();
                long records = site.records();
                takeDown(prakat, 0);
                count(seen, warmUp, site.records() - records);
            }
            List<Double> ratios = new ArrayList<>();
            try (Prakat prakat = settings(ours).build()) {
                for (int turn = 1; turn <= turns; turn++) {
                    long begun = System.nanoTime();
                    jdbc.run(items.get(turn), TARGET);
                    double jdbcRate = actions * 1e9 / (System.nanoTime() - begun);
                    begun = System.nanoTime();
                    takeDown(prakat, turn);
                    double rate = actions * 1e9 / (System.nanoTime() - begun);
                    ratios.add(rate / jdbcRate);
                    System.out.printf(
                            Locale.ROOT,
                            "turn %d: bare JDBC %6.1f actions/s, Prakat %6.1f actions/s, ratio %.2f; %d MB of heap in use%n",
                            turn,
                            jdbcRate,
                            rate,
                            rate / jdbcRate,
                            heap());
                }
            }
            ratios.sort(Comparator.naturalOrder());
            System.out.printf(Locale.ROOT, "ratio, median of %d turns: %.2f%n", turns, ratios.get(turns / 2));
        }
    }

    private void takeDown(Prakat prakat, int turn) {
        clock.set(end(turn).plusSeconds(2));
        requireClean(prakat.sweep());
    }

    private static void requireClean(SweepSummary summary) {
        if (!summary.clean() || summary.more()) {
            System.err.println("expected that the sweep does everything, found " + summary);
            System.exit(1);
        }
    }

    private static void count(SeenStatements seen, int actions, long records) {
        System.out.printf(
                Locale.ROOT,
                "an action: %.2f statements, %.2f units of work, %.2f records forced (bare: %d)%n",
                seen.runs() / (double) actions,
                seen.commits() / (double) actions,
                // Two more are of the action itself.
                records / (double) actions + 2,
                BareTakeDowns.RECORDS);
        for (Seen one : seen.statements()) {
            if (one.calls() >= actions / 5) {
                System.out.printf(
                        Locale.ROOT,
                        "  %.2f times, %.3f ms: %s%n",
                        one.calls() / (double) actions,
                        one.millisEach(),
                        DueQueries.shortened(one.sql()));
            }
        }
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    }
}
