package dev.prakat.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import dev.prakat.Prakat;
import dev.prakat.PrakatBuilder;
import dev.prakat.delivery.SweepSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * How late removals are proven when a thousand items end within one second on four websites whose calls take 50 ms, with a sweep
 * every 15 seconds as a host's scheduler calls it. The items end half a second after a sweep began, which is the worst moment.
 * By turns all is well, and one website is dead (each call hangs for its time-out) and one in a hundred items cannot be taken
 * down. The clock goes as the true one; between the turns it jumps forward to the next ending.
 *
 * <pre>
 * java -cp examples/benchmarks/target/benchmarks.jar dev.prakat.benchmarks.RemovalLoad --items=1000 --rounds=2
 * </pre>
 *
 * {@code --each=4} places each item on every website, so that a website has a thousand to take down instead of 250.
 */
public final class RemovalLoad implements AutoCloseable {

    private static final Duration INTERVAL = Duration.ofSeconds(15);
    private static final int LONGEST_SECONDS = 300;

    private static final Pattern ROW = Pattern.compile("[@ ]");

    private final HikariDataSource source;
    private final List<MemorySite> sites = new ArrayList<>();
    private final OfficeClock clock = new OfficeClock();
    private final Instant began = clock.instant();
    private final Duration latency;
    private final Duration timeOut;
    private final int each;
    private final Prakat prakat;

    private RemovalLoad(Arguments given, HikariDataSource source, Path home) {
        this.source = source;
        this.latency = Duration.ofMillis(given.number("latency", 50));
        this.each = given.number("each", 1);
        this.timeOut = Duration.ofSeconds(given.number("timeout", 10));
        PrakatBuilder builder =
                SampleOffice.withoutTargets(source, home).clock(clock).sweepInterval(INTERVAL);
        for (String name : PlacementRows.TARGETS) {
            MemorySite site = new MemorySite(name);
            sites.add(site);
            builder.target(name, site);
        }
        this.prakat = builder.build();
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
        int items = given.number("items", 1_000);
        int rounds = given.number("rounds", 2);
        Path home = Path.of(given.text("home", "target/removal-load"));
        Files.createDirectories(home);
        try (PostgresqlServer server = PostgresqlServer.start(given, home);
                RemovalLoad load = new RemovalLoad(
                        given, server.emptySchema("removal_load"), Files.createTempDirectory(home, "run"))) {
            List<Set<String>> poison = new ArrayList<>();
            PublicItems filling = new PublicItems(load.prakat, PlacementRows.TARGETS, load.each);
            for (int turn = 0; turn < 2 * rounds; turn++) {
                List<String> made = filling.approve(items, load.began, load.end(turn));
                poison.add(every100th(made));
            }
            load.sweepUntilClean();
            System.out.printf(Locale.ROOT, "%d items public, %d placements each%n", 2 * rounds * items, load.each);
            for (int turn = 0; turn < 2 * rounds; turn++) {
                load.turn(turn, turn % 2 == 1, poison.get(turn), items);
            }
        }
    }

    /** One in a hundred, none of them on the first website alone. */
    private static Set<String> every100th(List<String> items) {
        Set<String> some = new HashSet<>();
        for (int hundred = 0; hundred < items.size() / 100; hundred++) {
            some.add(items.get(100 * hundred + 57 + hundred % 3));
        }
        return some;
    }

    /** The first instant at which a turn's items end; the others follow within a second. */
    private Instant end(int turn) {
        return began.plus(Duration.ofHours(2L * (turn + 1)));
    }

    private void sweepUntilClean() {
        SweepSummary summary = prakat.sweep();
        while (!summary.clean()) {
            summary = prakat.sweep();
        }
    }

    private void turn(int turn, boolean ill, Set<String> poison, int items) throws SQLException {
        // What the turn before left behind goes now, long before this one's ending.
        clock.set(end(turn).minus(Duration.ofHours(1)));
        sweepUntilClean();
        sites.forEach(site -> site.latency(latency));
        if (ill) {
            sites.get(0).dead(timeOut);
            sites.forEach(site -> site.poison(poison::contains));
        }
        clock.set(end(turn).minusMillis(500));
        int placements = items * each;
        int refused = poison.size() * Math.max(1, each - 1);
        int sweeps = sweepEvery15Seconds(turn, ill ? placements * 3 / 4 - refused : placements);
        sites.forEach(MemorySite::cured);
        print(turn, ill, poison, sweeps);
    }

    /** Returns when so many removals are proven, or after 300 seconds. */
    private int sweepEvery15Seconds(int turn, int wanted) throws SQLException {
        ScheduledExecutorService host = Executors.newSingleThreadScheduledExecutor();
        List<SweepSummary> sweeps = new ArrayList<>();
        ScheduledFuture<?> calls = host.scheduleAtFixedRate(
                () -> {
                    SweepSummary summary = prakat.sweep();
                    sweeps.add(summary);
                    while (summary.more()) {
                        summary = prakat.sweep();
                        sweeps.add(summary);
                    }
                },
                0,
                INTERVAL.toSeconds(),
                TimeUnit.SECONDS);
        long begun = System.nanoTime();
        try {
            while (late(turn).size() < wanted
                    && System.nanoTime() - begun < TimeUnit.SECONDS.toNanos(LONGEST_SECONDS + 20)) {
                TimeUnit.MILLISECONDS.sleep(500);
                if (calls.isDone()) {
                    calls.get();
                }
            }
            host.shutdown();
            host.awaitTermination(60, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("a sweep failed", e);
        }
        sweeps.forEach(summary -> System.out.printf(
                Locale.ROOT,
                "    %s taken down %d, failed %d, skipped %d, silent %s, more %s%n",
                summary.at(),
                summary.takenDown(),
                summary.failed(),
                summary.skipped(),
                summary.silent(),
                summary.more()));
        return sweeps.size();
    }

    /** Item and website, and the lateness in milliseconds, of what is proven of a turn. */
    private List<String> late(int turn) throws SQLException {
        Instant end = end(turn);
        return PostgresqlServer.rows(
                source,
                "select id, removal_late_ms from prakat_placement where state = 'REMOVAL_PROVEN' and closes_at between '"
                        + end.minusSeconds(1) + "' and '" + end.plusSeconds(2) + "'");
    }

    private void print(int turn, boolean ill, Set<String> poison, int sweeps) throws SQLException {
        Map<String, List<Long>> late = new TreeMap<>();
        for (String row : late(turn)) {
            String[] parts = ROW.split(row, 3);
            String where = parts[1].equals(PlacementRows.TARGETS.get(0))
                    ? "the website that is dead by turns"
                    : poison.contains(parts[0]) ? "poison by turns" : "healthy";
            late.computeIfAbsent(where, name -> new ArrayList<>()).add(Long.parseLong(parts[2]));
            late.computeIfAbsent("all", name -> new ArrayList<>()).add(Long.parseLong(parts[2]));
        }
        System.out.printf(
                Locale.ROOT,
                "turn %d, %s, %d sweeps%n",
                turn,
                ill ? "one website dead, 1 in 100 poison" : "all well",
                sweeps);
        late.forEach((name, millis) -> System.out.printf(
                Locale.ROOT,
                "  %-34s %5d proven, late p50 %6.1f s  p95 %6.1f s  p99 %6.1f s  max %6.1f s%n",
                name,
                millis.size(),
                part(millis, 0.5),
                part(millis, 0.95),
                part(millis, 0.99),
                part(millis, 1)));
    }

    private static double part(List<Long> millis, double part) {
        List<Long> sorted = millis.stream().sorted().toList();
        return sorted.get(Math.max(0, (int) Math.ceil(part * sorted.size()) - 1)) / 1e3;
    }

    @Override
    public void close() {
        prakat.close();
    }
}
