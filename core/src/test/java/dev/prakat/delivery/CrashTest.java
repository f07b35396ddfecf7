package dev.prakat.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.TestAgency;
import dev.prakat.item.ItemId;
import dev.prakat.testkit.InMemoryTarget;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The process dies at a commit or at a call to the website, in a sweep that publishes, replaces and takes down. After the
 * restart the first sweep finishes the work: nothing is lost, nothing waits for a lease. Every point is tried, then random
 * ones, some of them twice in a row. {@code -Dprakat.crashes=N}, {@code -Dprakat.seed=N}.
 */
@Tag("soak")
@Tag("S002-R05")
@Tag("AT-43")
class CrashTest {

    private static final int CRASHES = Integer.getInteger("prakat.crashes", 12);
    private static final long SEED = Long.getLong("prakat.seed", 20210301L);
    private static final Instant OPEN = Instant.parse("2021-03-10T02:00:00Z");
    private static final Instant OVER = Instant.parse("2021-03-31T17:00:00Z");

    @TempDir
    Path folder;

    private final CrashPoints points = new CrashPoints();
    private final Random random = new Random(SEED);
    private final DataSource bare =
            JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
    private int atOnce = 1;
    private int crashes;
    private int twice;

    @ParameterizedTest(name = "{0} items a call")
    @ValueSource(ints = {1, 8})
    void whereverItDiesTheNextLifeFinishesTheWorkAtOnce(int most) {
        atOnce = most;
        try (TestAgency agency = new TestAgency(folder, points.around(bare))) {
            revive(agency);
            int span = points(agency);
            for (int n = 1; crashes < CRASHES; n++) {
                trial(agency, n <= span ? n : 1 + random.nextInt(span));
            }
            assertThat(agency.prakat().replay().differences()).isEmpty();
            System.out.printf(
                    "crashes: %d at %d points (%d of them in the recovery from another), up to %d items a call, nothing"
                            + " lost, every first sweep after a restart finished the work (seed %d)%n",
                    crashes, span, twice, most, SEED);
        }
    }

    /** How many points a sweep passes that publishes one item, replaces one and takes two down. */
    private int points(TestAgency agency) {
        Scene scene = scene(agency);
        points.dieAt(Integer.MAX_VALUE);
        agency.prakat().sweep();
        int passed = points.passed();
        assertDone(agency, scene, "without a crash");
        return passed;
    }

    private void trial(TestAgency agency, int at) {
        Scene scene = scene(agency);
        die(agency, at);
        if (crashes < CRASHES && random.nextInt(4) == 0) {
            twice++;
            die(agency, 1 + random.nextInt(20));
        }
        SweepSummary first = agency.prakat().sweep();
        assertThat(first.clean())
                .as("seed %d, crash at %d: %s", SEED, at, first)
                .isTrue();
        assertDone(agency, scene, "seed " + SEED + ", crash at " + at);
    }

    private void die(TestAgency agency, int at) {
        points.dieAt(at);
        try {
            agency.prakat().sweep();
        } catch (CrashPoints.Crash e) {
            crashes++;
        }
        points.live();
        revive(agency);
    }

    private void revive(TestAgency agency) {
        agency.restart(new HookedTarget(new InMemoryTarget(agency.web), points, atOnce));
    }

    private record Scene(ItemId fresh, ItemId replaced, ItemId over, ItemId overToo) {}

    /** One item is to be published, one to be replaced, two to be taken down, all now. */
    private Scene scene(TestAgency agency) {
        agency.clock.set(OPEN);
        LocalDate from = LocalDate.of(2021, 3, 1);
        ItemId over = agency.approved(TestAgency.draft("หมดเวลา", from, LocalDate.of(2021, 3, 31)));
        ItemId overToo = agency.approved(TestAgency.draft("หมดเวลาด้วย", from, LocalDate.of(2021, 3, 31)));
        ItemId replaced = agency.approved(TestAgency.draft("ฉบับแรก", from, LocalDate.of(2021, 4, 30)));
        assertThat(agency.prakat().sweep().clean()).isTrue();
        agency.prakat()
                .items()
                .revise(TestAgency.AUTHOR, replaced, TestAgency.draft("ฉบับสอง", from, LocalDate.of(2021, 4, 30)));
        agency.approve(replaced);
        ItemId fresh = agency.approved(TestAgency.draft("ใหม่", from, LocalDate.of(2021, 4, 30)));
        agency.clock.set(OVER);
        return new Scene(fresh, replaced, over, overToo);
    }

    private static void assertDone(TestAgency agency, Scene scene, String where) {
        for (ItemId live : List.of(scene.fresh(), scene.replaced())) {
            assertThat(state(agency, live)).as(where).isEqualTo(PlacementState.LIVE_PROVEN);
        }
        for (ItemId over : List.of(scene.over(), scene.overToo())) {
            assertThat(state(agency, over)).as(where).isEqualTo(PlacementState.REMOVAL_PROVEN);
            assertThat(agency.web.bodies().get("d/" + over + "/")).as(where).contains(":gone");
        }
        assertThat(agency.web.bodies().get("d/" + scene.replaced() + "/"))
                .as(where)
                .contains("ฉบับสอง");
        // The next scene begins with a tidy table.
        agency.clock.set(Instant.parse("2021-05-01T00:00:00Z"));
        assertThat(agency.prakat().sweep().clean()).as(where).isTrue();
        agency.sql("update prakat_sweep set began_at = timestamp '2021-03-01 00:00:00', ended_at = null");
    }

    private static PlacementState state(TestAgency agency, ItemId id) {
        return agency.prakat().placements().of(id).get(0).state();
    }
}
