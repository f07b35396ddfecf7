package dev.prakat.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import dev.prakat.TestAgency;
import dev.prakat.database.SweepingProcess.Office;
import dev.prakat.delivery.Placement;
import dev.prakat.delivery.PlacementSearch;
import dev.prakat.delivery.PlacementState;
import dev.prakat.item.Draft;
import dev.prakat.item.PlacementPlan;
import dev.prakat.trafficlog.TrafficLogVerifier;
import dev.prakat.trafficlog.VerificationReport;
import dev.prakat.window.PublishWindow;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real processes on a real PostgreSQL: one that is killed again and again while it sweeps, and three that share the work.
 * {@code -Dprakat.kills=N}, {@code -Dprakat.actions=N}, {@code -Dprakat.seed=N}.
 */
@Tag("soak")
@Tag("S002-R05")
class ProcessesTest {

    private static final int KILLS = Integer.getInteger("prakat.kills", 3);
    private static final int ACTIONS = Integer.getInteger("prakat.actions", 60);
    private static final long SEED = Long.getLong("prakat.seed", 20210301L);
    private static final int ITEMS_A_KILL = 8;
    private static final String OPEN = "2021-03-10T02:00:00Z";
    private static final String OVER = "2021-03-31T17:00:00Z";

    @TempDir
    Path folder;

    private EmptyDatabase database;
    private TestAgency agency;
    private FolderTarget website;

    @BeforeEach
    void open() {
        database = TestDatabases.POSTGRESQL.server(ProcessesTest.class).empty();
        website = new FolderTarget(folder.resolve("website"));
        agency = new TestAgency(folder, database.dataSource());
        agency.restart(Map.of("www", website), builder -> {});
    }

    @AfterEach
    void close() {
        if (agency != null) {
            agency.close();
            database.close();
        }
    }

    @Test
    void aProcessThatIsKilledAgainAndAgainLosesNothing() throws Exception {
        Random random = new Random(SEED);
        int items = Math.max(20, KILLS * ITEMS_A_KILL / 2);
        approve(items);
        int kills = 0;
        for (String instant : List.of(OPEN, OVER)) {
            int wanted = instant.equals(OPEN) ? (KILLS + 1) / 2 : KILLS / 2;
            for (int n = 0; n < wanted; n++) {
                kills += killed(instant, 20 + random.nextInt(200)) ? 1 : 0;
            }
            assertThat(finished(instant)).as("what the last life left").startsWith("done ");
            PlacementState state = instant.equals(OPEN) ? PlacementState.LIVE_PROVEN : PlacementState.REMOVAL_PROVEN;
            assertThat(placements()).hasSize(items).allMatch(placement -> placement.state() == state);
        }
        assertThat(website.shown()).hasSize(items).allMatch(page -> page.endsWith(":gone"));
        assertThat(website.effects()).hasSize(2 * items);
        assertThat(website.repeats().size()).as("calls made twice").isLessThanOrEqualTo(kills);
        assertThat(agency.prakat().replay().differences()).isEmpty();
        assertThat(TrafficLogVerifier.verify(folder.resolve("log-child")).verdict())
                .isEqualTo(VerificationReport.Verdict.SOUND);
        System.out.printf(
                "kills: %d processes killed while they swept %d items twice, 0 lost, %d calls made a second time, log sound"
                        + " (seed %d)%n",
                kills, items, website.repeats().size(), SEED);
    }

    @Test
    void threeProcessesShareTheWorkAndDoNothingTwice() throws Exception {
        approve(ACTIONS);
        List<SweepingProcess> processes = new ArrayList<>();
        try {
            for (String node : List.of("a", "b", "c")) {
                processes.add(SweepingProcess.start(office(node, OPEN)));
            }
            processes.forEach(process -> process.expect("ready"));
            processes.forEach(SweepingProcess::go);
            List<String> done = new ArrayList<>();
            for (SweepingProcess process : processes) {
                process.expect("sweeping");
                done.add(process.line());
            }
            assertThat(done).allMatch(line -> line != null && line.startsWith("done "));
            assertThat(website.effects()).hasSize(ACTIONS);
            assertThat(website.repeats()).isEmpty();
            assertThat(placements()).allMatch(placement -> placement.state() == PlacementState.LIVE_PROVEN);
            System.out.printf(
                    "3 processes on PostgreSQL: %d due actions, %d effects, 0 duplicates, 0 repeated calls; shares %s%n",
                    ACTIONS, website.effects().size(), done);
        } finally {
            processes.forEach(SweepingProcess::close);
        }
    }

    private void approve(int items) {
        PublishWindow window = PublishWindow.ofDates(LocalDate.of(2021, 3, 1), LocalDate.of(2021, 3, 31));
        for (int n = 0; n < items; n++) {
            agency.approved(Draft.of("news-releases", "ประกาศ " + n, "<p>ข้อความ</p>")
                    .withPlacement(PlacementPlan.gone("www", window)));
        }
    }

    /** True when it was killed at work, false when it had done everything before. */
    private boolean killed(String instant, int afterMillis) throws Exception {
        try (SweepingProcess process = SweepingProcess.start(office("child", instant))) {
            process.expect("ready");
            process.go();
            process.expect("sweeping");
            return !process.ends(afterMillis, TimeUnit.MILLISECONDS);
        }
    }

    private String finished(String instant) throws Exception {
        try (SweepingProcess process = SweepingProcess.start(office("child", instant))) {
            process.expect("ready");
            process.go();
            process.expect("sweeping");
            String done = process.line();
            assertThat(process.ends(60, TimeUnit.SECONDS))
                    .as("it closes its log")
                    .isTrue();
            return done;
        }
    }

    private Office office(String node, String instant) {
        HikariConfig where = database.forAnotherProcess();
        return new Office(where.getJdbcUrl(), where.getUsername(), folder, node, instant);
    }

    private List<Placement> placements() {
        List<Placement> all = new ArrayList<>();
        String after = "";
        List<Placement> page;
        do {
            page = agency.prakat()
                    .placements()
                    .list(new PlacementSearch(null, EnumSet.noneOf(PlacementState.class), after, 1000));
            all.addAll(page);
            after = page.isEmpty() ? after : page.get(page.size() - 1).id();
        } while (page.size() == 1000);
        return all;
    }
}
