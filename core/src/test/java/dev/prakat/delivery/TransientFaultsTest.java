package dev.prakat.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.TestAgency;
import dev.prakat.item.ItemId;
import dev.prakat.spi.TargetAmbiguous;
import dev.prakat.spi.TargetRefused;
import dev.prakat.spi.TargetUnavailable;
import dev.prakat.testkit.InMemoryTarget;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A website fails three calls of ten, before or after it did what it was told. {@code -Dprakat.deliveries=N},
 * {@code -Dprakat.seed=N}.
 */
@Tag("soak")
class TransientFaultsTest {

    private static final int DELIVERIES = Integer.getInteger("prakat.deliveries", 20);
    private static final long SEED = Long.getLong("prakat.seed", 20210301L);
    private static final LocalDate FROM = LocalDate.of(2021, 3, 1);
    private static final LocalDate UNTIL = LocalDate.of(2021, 3, 31);

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);

    @ParameterizedTest(name = "{0} items a call")
    @ValueSource(ints = {1, 25})
    void nearlyAllIsDeliveredWithinAQuarterOfAnHour(int atOnce) {
        try (TestAgency agency = new TestAgency(folder)) {
            HookedTarget.Hook unreliable = new HookedTarget.Hook() {
                @Override
                public void before(String call, String item) {
                    if (random.nextInt(100) < 15) {
                        throw new TargetUnavailable("503", null, null);
                    }
                }

                @Override
                public void after(String call, String item) {
                    if (random.nextInt(100) < 15) {
                        throw new TargetAmbiguous("the answer was lost", null);
                    }
                }
            };
            agency.restart(new HookedTarget(new InMemoryTarget(agency.web), unreliable, atOnce));
            List<ItemId> items = new ArrayList<>();
            for (int n = 0; n < DELIVERIES; n++) {
                items.add(agency.approved(TestAgency.draft("ประกาศ " + n, FROM, UNTIL)));
            }
            long published = quarterOfAnHour(agency, items, PlacementState.LIVE_PROVEN);
            agency.clock.set(Instant.parse("2021-03-31T17:00:00Z"));
            long removed = quarterOfAnHour(agency, items, PlacementState.REMOVAL_PROVEN);

            System.out.printf(
                    "30 %% transient faults: %d of %d published, %d removed and proven within 15 simulated minutes, up"
                            + " to %d items a call (seed %d)%n",
                    published, DELIVERIES, removed, atOnce, SEED);
            assertThat(published).isGreaterThanOrEqualTo((long) Math.floor(DELIVERIES * 0.999));
            assertThat(removed).isGreaterThanOrEqualTo((long) Math.floor(DELIVERIES * 0.999));
        }
    }

    @Test
    void whatIsRefusedForGoodIsDeadAtTheFirstTryAndSaysSo() {
        try (TestAgency agency = new TestAgency(folder)) {
            ItemId id = agency.approved(TestAgency.draft("ประกาศ", FROM, UNTIL));
            agency.restart(HookedTarget.before(agency.web, (call, item) -> {
                throw new TargetRefused("the body is too long for this website", null);
            }));
            agency.prakat().sweep();
            assertThat(agency.prakat().placements().of(id)).singleElement().satisfies(placement -> {
                assertThat(placement.state()).isEqualTo(PlacementState.DEAD);
                assertThat(placement.attempts()).isEqualTo(1);
                assertThat(placement.lastProblem()).contains("too long for this website");
            });
            assertThat(agency.prakat().health().dead()).isEqualTo(1);
        }
    }

    private static long quarterOfAnHour(TestAgency agency, List<ItemId> items, PlacementState state) {
        Instant end = agency.clock.instant().plus(Duration.ofMinutes(15));
        while (agency.clock.instant().isBefore(end)) {
            agency.prakat().sweep();
            agency.clock.advance(Duration.ofSeconds(15));
        }
        return items.stream()
                .filter(id -> agency.prakat().placements().of(id).get(0).state() == state)
                .count();
    }
}
