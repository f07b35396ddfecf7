package dev.prakat.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import dev.prakat.Prakat;
import dev.prakat.approval.Decision;
import dev.prakat.item.Draft;
import dev.prakat.item.ItemId;
import dev.prakat.item.PlacementPlan;
import dev.prakat.schema.Schema;
import dev.prakat.schema.SchemaMode;
import dev.prakat.window.PublishWindow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What a command costs: draft, submit and approve through the public API, against bare JDBC that writes the same rows with
 * the same durable commits, by turns in one run. A name is found in the text and waived, and a listener is told of both tasks.
 * Both sides force the intent and the outcome of every command to disk in a log, once in a folder on the database's disk and
 * once in {@code --memory=}, where an fsync costs nothing.
 *
 * <pre>
 * java -cp examples/benchmarks/target/benchmarks.jar dev.prakat.benchmarks.CommandCost --rounds=2000 --threads=4
 * </pre>
 *
 * A round is three commands. Ends with exit code 1 if the two sides do not leave the same number of rows in every table.
 */
public final class CommandCost {

    private static final int TURNS = 3;

    private final int rounds;
    private final int threads;
    private final Draft draft;
    private final ExecutorService workers;

    private CommandCost(Arguments given) {
        rounds = given.number("rounds", 2_000);
        threads = given.number("threads", 4);
        workers = Executors.newFixedThreadPool(threads);
        draft = Draft.of(
                        "news-releases",
                        "ประกาศสำนักงานประกันสังคม",
                        "<p>" + "ข้อความของประกาศ ".repeat(60) + "</p><p>ติดต่อ นายสมมติ ตัวอย่างกุล</p>")
                .withPlacement(PlacementPlan.gone(
                        "www", PublishWindow.of(SampleOffice.NOW, SampleOffice.NOW.plusSeconds(30L * 24 * 3600))));
    }

    /** A side of the comparison: a round of three commands, given a number that no other round has. */
    private interface Side {
        void round(int number) throws IOException, SQLException;
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
        Path home = Path.of(given.text("home", "target/command-cost"));
        Path memory = Path.of(given.text("memory", "/dev/shm"));
        Files.createDirectories(home);
        CommandCost cost = new CommandCost(given);
        boolean same;
        try (PostgresqlServer server = PostgresqlServer.start(given, home)) {
            same = cost.compare(server, Files.createTempDirectory(home, "same-disk"), "log on the database's disk");
            if (Files.isDirectory(memory)) {
                same &= cost.compare(server, Files.createTempDirectory(memory, "prakat"), "log in memory");
            }
        } finally {
            cost.workers.shutdown();
        }
        if (!same) {
            System.exit(1);
        }
    }

    private boolean compare(PostgresqlServer server, Path folder, String title) throws IOException, SQLException {
        HikariDataSource ours = server.emptySchema("ours");
        HikariDataSource bare = server.emptySchema("bare");
        Schema.prepare(bare, SchemaMode.MIGRATE);
        double[] rates = new double[2];
        try (BareLog log = new BareLog(folder.resolve("bare.log"));
                Prakat prakat = SampleOffice.settings(ours, folder)
                        .listener(event -> {})
                        .build()) {
            BareRows rows =
                    new BareRows(bare, draft.content().title(), draft.content().bodyHtml(), log);
            Side api = number -> throughApi(prakat);
            Side jdbc = number -> rows.round(String.format(Locale.ROOT, "210301-%010d", number));
            System.out.println(
                    title + ", "
                            + PostgresqlServer.rows(
                                    ours,
                                    "select 'synchronous_commit',"
                                            + " current_setting('synchronous_commit') || ', fsync ' || current_setting('fsync')"));
            int next = 0;
            // The first turn warms up.
            for (int turn = 0; turn <= TURNS; turn++) {
                double jdbcRate = rate(jdbc, next);
                double apiRate = rate(api, next);
                next += rounds;
                System.out.printf(
                        Locale.ROOT,
                        "  turn %d: bare JDBC %6.0f rounds/s, Prakat %6.0f rounds/s, ratio %.2f%s%n",
                        turn,
                        jdbcRate,
                        apiRate,
                        apiRate / jdbcRate,
                        turn == 0 ? " (warm-up, not counted)" : "");
                if (turn > 0) {
                    rates[0] += jdbcRate / TURNS;
                    rates[1] += apiRate / TURNS;
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "  %d threads: bare JDBC %.0f rounds/s, Prakat %.0f rounds/s, ratio %.2f%n",
                threads,
                rates[0],
                rates[1],
                rates[1] / rates[0]);
        List<String> left = counts(ours);
        List<String> right = counts(bare);
        System.out.println(
                "  rows " + (left.equals(right) ? "the same: " + left : "DIFFER: " + left + " and " + right));
        return left.equals(right);
    }

    private void throughApi(Prakat prakat) {
        ItemId id = prakat.items().draft(SampleOffice.officer(SampleOffice.UNIT, 0), draft);
        prakat.approvals().submit(id, SampleOffice.officer(SampleOffice.UNIT, 0));
        prakat.approvals()
                .decide(
                        id,
                        SampleOffice.director(SampleOffice.UNIT),
                        Decision.approve("ถูกต้องครบถ้วน").waiving("เป็นชื่อผู้ติดต่อ"));
    }

    private double rate(Side side, int first) {
        List<Callable<Integer>> work = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            int mine = thread;
            work.add(() -> {
                for (int n = mine; n < rounds; n += threads) {
                    side.round(first + n);
                }
                return rounds;
            });
        }
        long begun = System.nanoTime();
        try {
            for (Future<Integer> done : workers.invokeAll(work)) {
                done.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("a round failed", e);
        }
        return rounds * 1e9 / (System.nanoTime() - begun);
    }

    private static List<String> counts(HikariDataSource source) throws SQLException {
        List<String> counts = new ArrayList<>();
        for (String table : PostgresqlServer.rows(source, """
                select tablename, '' from pg_tables where schemaname = current_schema()
                and tablename like 'prakat%' and tablename not like 'prakat_schema%' order by 1""")) {
            String count = PostgresqlServer.rows(source, "select '" + table.strip() + "', count(*) from " + table)
                    .get(0);
            if (!count.endsWith(" 0")) {
                counts.add(count);
            }
        }
        return counts;
    }
}
