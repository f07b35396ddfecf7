package dev.prakat.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import dev.prakat.Prakat;
import dev.prakat.delivery.SweepSummary;
import dev.prakat.staticsite.StaticSiteTarget;
import dev.prakat.trafficlog.TrafficLogVerifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What the traffic log costs a publication: a sweep publishes agreed items on a static site on the disk, out of a database on the
 * disk, with the log on the same disk, and by turns in one run the same with the log in {@code --memory=}, where it writes and
 * signs as much but a force costs nothing. One thread publishes, as a sweep does for one website. The first turn warms up.
 *
 * <pre>
 * java -cp examples/benchmarks/target/benchmarks.jar dev.prakat.benchmarks.PublishCost --items=200 --turns=7
 * </pre>
 *
 * Ends with exit code 1 if a sweep leaves something.
 */
public final class PublishCost {

    private static final String TARGET = PlacementRows.TARGETS.get(0);

    private PublishCost() {}

    /** An office with its database, its site and its log. */
    private static final class Office implements AutoCloseable {
        private final OfficeClock clock = new OfficeClock();
        private final Instant began = clock.instant();
        private final HikariDataSource source;
        private final StaticSiteTarget site;
        private final Path log;
        private final Prakat prakat;

        Office(HikariDataSource source, Path disk, Path logs) {
            this.source = source;
            log = logs.resolve("trafficlog");
            site = SiteCorpus.target(disk);
            prakat = SampleOffice.withoutTargets(source, logs)
                    .target(TARGET, site)
                    .clock(clock)
                    .driftScan(null)
                    .sweepInterval(Duration.ofHours(12))
                    .build();
        }

        private Instant opens(int turn) {
            return began.plus(Duration.ofHours(24L * turn + 12));
        }

        void approve(int turn, int items) {
            new PublicItems(prakat, List.of(TARGET), 1)
                    .approve(items, opens(turn), opens(turn).plus(Duration.ofDays(365)));
        }

        /** Publishes what is due in this turn; items a second. */
        double publish(int turn, int items) {
            clock.set(opens(turn).plusSeconds(1));
            long begun = System.nanoTime();
            SweepSummary summary = prakat.sweep();
            double rate = items * 1e9 / (System.nanoTime() - begun);
            if (!summary.clean() || summary.more()) {
                System.err.println("expected that the sweep does everything, found " + summary);
                System.exit(1);
            }
            return rate;
        }

        long records() {
            return TrafficLogVerifier.verify(log).size();
        }

        @Override
        public void close() {
            prakat.close();
            source.close();
        }
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
        int items = given.number("items", 200);
        int turns = given.number("turns", 7);
        Path home = Path.of(given.text("home", "target/publish-cost"));
        Files.createDirectories(home);
        Path disk = Files.createTempDirectory(home.toAbsolutePath(), "office");
        Path memory = Files.createTempDirectory(Path.of(given.text("memory", "/dev/shm")), "prakat");
        try (PostgresqlServer server = PostgresqlServer.start(given, home);
                Office with = new Office(server.emptySchema("forced"), disk.resolve("forced"), disk.resolve("forced"));
                Office without = new Office(server.emptySchema("free"), disk.resolve("free"), memory)) {
            List<Double> ratios = new ArrayList<>();
            for (int turn = 0; turn <= turns; turn++) {
                with.approve(turn, items);
                without.approve(turn, items);
                long before = with.records();
                boolean first = turn % 2 == 0;
                double free = first ? without.publish(turn, items) : 0;
                double forced = with.publish(turn, items);
                free = first ? free : without.publish(turn, items);
                System.out.printf(
                        Locale.ROOT,
                        "turn %d: log on the disk %.1f items/s, in memory %.1f items/s, ratio %.2f; %.1f records an item%s%n",
                        turn,
                        forced,
                        free,
                        forced / free,
                        (with.records() - before) / (double) items,
                        turn == 0 ? " (warm-up, not counted)" : "");
                if (turn > 0) {
                    ratios.add(forced / free);
                }
            }
            ratios.sort(Comparator.naturalOrder());
            System.out.printf(
                    Locale.ROOT,
                    "ratio, median of %d turns: %.2f (%.2f to %.2f; goal 0.90)%n",
                    turns,
                    ratios.get(turns / 2),
                    ratios.get(0),
                    ratios.get(turns - 1));
        }
    }
}
