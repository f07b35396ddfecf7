package dev.prakat.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import dev.prakat.Prakat;
import dev.prakat.PrakatBuilder;
import dev.prakat.benchmarks.SeenStatements.Seen;
import dev.prakat.delivery.SweepSummary;
import dev.prakat.schema.Schema;
import dev.prakat.schema.SchemaMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What the number of placements costs: an idle sweep at a thousand, a hundred thousand and five million of them; then, with a
 * thousand due, how PostgreSQL runs every statement on placements that building, a sweep and health send.
 *
 * <pre>
 * java -cp examples/benchmarks/target/benchmarks.jar dev.prakat.benchmarks.DueQueries --placements=5000000
 * </pre>
 *
 * {@code --filled=yes} asks again what an earlier run with the same {@code --home=} and {@code --keep=yes} has filled. {@code --plans=all} prints every
 * plan, otherwise those of the due query and of what took more than 10 ms or read the whole table.
 */
public final class DueQueries {

    private static final int DUE = 1_000;
    private static final double TOO_LONG_MS = 10;

    private final HikariDataSource source;
    private final SeenStatements seen;
    private final Path home;
    private final boolean all;
    private final OfficeClock clock = new OfficeClock();

    private DueQueries(HikariDataSource source, Path home, boolean all) {
        this.source = source;
        this.seen = new SeenStatements(source);
        this.home = home;
        this.all = all;
    }

    /**
     * Fills and measures.
     *
     * @param arguments see above
     * @throws IOException if a folder cannot be made or the server does not start
     * @throws SQLException if the database fails
     */
    public static void main(String... arguments) throws IOException, SQLException {
        System.setProperty("org.jboss.logging.provider", "slf4j");
        Arguments given = new Arguments(arguments);
        int most = given.number("placements", 5_000_000);
        Path home = Path.of(given.text("home", "target/due-queries"));
        Files.createDirectories(home);
        boolean filled = given.text("filled", "no").equals("yes");
        try (PostgresqlServer server = PostgresqlServer.start(given, home)) {
            HikariDataSource source = filled ? server.schema("due_queries") : server.emptySchema("due_queries");
            Path fresh = Files.createTempDirectory(home, "run");
            DueQueries queries =
                    new DueQueries(source, fresh, given.text("plans", "").equals("all"));
            Schema.prepare(source, SchemaMode.MIGRATE);
            PlacementRows rows = new PlacementRows(source);
            rows.noneDue();
            int had = 0;
            for (int size : filled ? List.of(most) : List.of(1_000, 100_000, most)) {
                if (!filled && size > had) {
                    rows.fill(had + 1, size);
                    had = size;
                }
                queries.idle(size, given.number("calls", 100));
            }
            rows.due(DUE);
            queries.due();
        }
    }

    private PrakatBuilder settings() {
        PrakatBuilder builder =
                SampleOffice.withoutTargets(seen.source(), home).clock(clock).driftScan(null);
        PlacementRows.TARGETS.forEach(name -> builder.target(name, new MemorySite(name)));
        return builder;
    }

    private void idle(int size, int calls) {
        try (Prakat prakat = settings().build()) {
            prakat.sweep();
            seen.forget();
            prakat.sweep();
            System.out.printf(
                    Locale.ROOT,
                    "%,d placements, none due: %d statements, %d commits%n",
                    size,
                    seen.runs(),
                    seen.commits());
            System.out.println(Latencies.of("  idle sweep", calls, number -> prakat.sweep()));
            System.out.println(Latencies.of("  health()", calls, number -> prakat.health()));
        }
    }

    private void due() throws SQLException {
        seen.forget();
        try (Prakat prakat = settings().build()) {
            report("building");
            prakat.health();
            report("health()");
            SweepSummary summary = prakat.sweep();
            report("a sweep with " + DUE + " due");
            System.out.println(summary);
        }
        // A website that is left out while things are public on it: the one question of building that is about
        // placements.
        PrakatBuilder less = SampleOffice.withoutTargets(seen.source(), home).clock(clock);
        PlacementRows.TARGETS.stream().skip(1).forEach(name -> less.target(name, new MemorySite(name)));
        try (Prakat prakat =
                less.orphan(PlacementRows.TARGETS.get(0), "invented").build()) {
            prakat.health();
        }
        report("building and health() with a website given up");
        PostgresqlServer.run(source, "update prakat_target set orphaned_at = null, orphaned_why = null");
    }

    /** How each statement on placements is run, also with the plan that is made for any parameters. */
    private void report(String title) throws SQLException {
        System.out.println("== " + title + ": " + seen.runs() + " statements, " + seen.commits() + " commits");
        List<Seen> ours = seen.statements().stream()
                .filter(one -> one.sql().contains("prakat_placement"))
                .sorted(Comparator.comparingDouble(Seen::millisEach).reversed())
                .toList();
        for (Seen one : ours) {
            if (one.sql().startsWith("insert")) {
                continue;
            }
            List<String> plan = seen.explain(one);
            List<String> generic = seen.explain(one, "set local plan_cache_mode = force_generic_plan");
            boolean bad = millis(plan) > TOO_LONG_MS || scans(plan) || scans(generic);
            System.out.printf(
                    Locale.ROOT,
                    "-- %d times, %.2f ms each, again %.2f ms%s: %s%n",
                    one.calls(),
                    one.millisEach(),
                    millis(plan),
                    bad ? " SLOW" : "",
                    shortened(one.sql()));
            if (all || bad || one.sql().contains("skip locked")) {
                plan.forEach(line -> System.out.println("     " + line));
            }
        }
        seen.forget();
    }

    private static double millis(List<String> plan) {
        return plan.stream()
                .filter(line -> line.startsWith("Execution Time: "))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9.]", "")))
                .sum();
    }

    private static boolean scans(List<String> plan) {
        return plan.stream().anyMatch(line -> line.contains("Seq Scan on prakat_placement"));
    }

    /** Without the list of columns. */
    static String shortened(String sql) {
        int from = sql.indexOf(" from ");
        return sql.startsWith("select") && from > 60 ? "select …" + sql.substring(from) : sql;
    }
}
