package dev.prakat.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.TestAgency;
import dev.prakat.item.ItemId;
import dev.prakat.spi.TargetUnavailable;
import dev.prakat.testkit.InMemoryTarget;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A website that takes up to eight items in one call. */
class GroupsTest {

    private static final int AT_ONCE = 8;
    private static final LocalDate FROM = LocalDate.of(2021, 3, 1);
    private static final LocalDate UNTIL = LocalDate.of(2021, 3, 31);
    private static final Instant OVER = Instant.parse("2021-03-31T17:00:00Z");

    @TempDir
    Path folder;

    private TestAgency agency;

    @BeforeEach
    void open() {
        agency = new TestAgency(folder);
    }

    @AfterEach
    void close() {
        agency.close();
    }

    @Test
    void groupsGrowWhileTheWebsiteIsQuickAndEachIsOneCallAndOneLook() {
        List<String> calls = new ArrayList<>();
        between(new HookedTarget.Hook() {
            @Override
            public void beforeAll(String call, int items) {
                calls.add(call + " " + items);
            }
        });
        List<ItemId> items = items(13);

        assertThat(agency.prakat().sweep().published()).isEqualTo(13);
        // What comes after it is the look for drift, in the lane's leisure.
        assertThat(calls).startsWith("publish 4", "observe 4", "publish 8", "observe 8", "observe 1");
        calls.clear();

        agency.clock.set(OVER);
        assertThat(agency.prakat().sweep().takenDown()).isEqualTo(13);
        // The second pass goes on with what the first has learnt.
        assertThat(calls).startsWith("takeDown 8", "observe 8", "takeDown 5", "observe 5");
        assertThat(items).allSatisfy(id -> {
            Placement placement = agency.prakat().placements().of(id).get(0);
            assertThat(placement.state()).isEqualTo(PlacementState.REMOVAL_PROVEN);
            assertThat(placement.fence()).isEqualTo(2);
        });
        assertThat(agency.prakat().replay().differences()).isEmpty();
    }

    @Test
    void groupsShrinkWhileTheWebsiteIsSlow() {
        List<String> calls = new ArrayList<>();
        items(7);
        between(new HookedTarget.Hook() {
            @Override
            public void beforeAll(String call, int items) {
                calls.add(call + " " + items);
                agency.clock.advance(Duration.ofSeconds(9));
            }
        });

        while (agency.prakat().sweep().more()) {
            // The interval is over before all is done.
        }
        assertThat(calls).startsWith("publish 4", "observe 4", "publish 2", "observe 2", "observe 1");
    }

    @Test
    void removalsAreTakenDownAndProvenBeforeAnythingOfTheSamePassIsPublished() {
        List<ItemId> over = items(2);
        agency.prakat().sweep();
        for (int n = 0; n < 2; n++) {
            agency.approved(TestAgency.draft("ใหม่ " + n, FROM, UNTIL.plusMonths(1)));
        }
        agency.clock.set(OVER);
        List<String> calls = new ArrayList<>();
        between(new HookedTarget.Hook() {
            @Override
            public void beforeAll(String call, int items) {
                calls.add(call + " " + items);
            }
        });

        assertThat(agency.prakat().sweep().clean()).isTrue();
        assertThat(calls).startsWith("takeDown 2", "observe 2", "publish 2", "observe 2");
        assertThat(state(over.get(0))).isEqualTo(PlacementState.REMOVAL_PROVEN);
    }

    @Test
    void whatFailsForOneItemOfAGroupIsPutOffForThatOneOnly() {
        List<ItemId> items = items(4);
        agency.prakat().sweep();
        agency.clock.set(OVER);
        Set<String> poison = Set.of(items.get(0).value(), items.get(2).value());
        between(new HookedTarget.Hook() {
            @Override
            public void before(String call, String item) {
                if (call.equals("takeDown") && poison.contains(item)) {
                    throw new TargetUnavailable("this one is locked", null, null);
                }
            }
        });

        SweepSummary summary = agency.prakat().sweep();
        assertThat(summary.takenDown()).isEqualTo(2);
        assertThat(summary.failed()).isEqualTo(2);
        assertThat(state(items.get(1))).isEqualTo(PlacementState.REMOVAL_PROVEN);
        assertThat(agency.prakat().placements().of(items.get(0)).get(0).lastProblem())
                .contains("this one is locked");
    }

    @Test
    void anAdapterThatFailsForAWholeGroupIsGivenEachItemByItself() {
        List<String> single = new ArrayList<>();
        between(new HookedTarget.Hook() {
            @Override
            public void beforeAll(String call, int items) {
                if (items > 1) {
                    throw new IllegalStateException("an adapter's own fault");
                }
            }

            @Override
            public void before(String call, String item) {
                single.add(call);
            }
        });
        items(3);

        assertThat(agency.prakat().sweep().published()).isEqualTo(3);
        assertThat(single).startsWith("publish", "publish", "publish", "observe", "observe", "observe");
        agency.clock.set(OVER);
        assertThat(agency.prakat().sweep().takenDown()).isEqualTo(3);
    }

    @Test
    void aClaimThatIsLostInAGroupCostsThatItemOnly() {
        List<ItemId> items = items(3);
        boolean[] once = new boolean[1];
        between(new HookedTarget.Hook() {
            @Override
            public void beforeAll(String call, int count) {
                if (!once[0]) {
                    once[0] = true;
                    agency.sql("update prakat_placement set claim_token = null, claim_until = null where item_id = '"
                            + items.get(1) + "'");
                }
            }
        });

        SweepSummary summary = agency.prakat().sweep();
        assertThat(summary.published()).isEqualTo(2);
        assertThat(summary.failed()).isZero();
        assertThat(agency.prakat().sweep().published()).as("by the next pass").isEqualTo(1);
    }

    @Test
    void aWebsiteThatDoesNotAnswerIsLeftAloneAfterTheFirstGroup() {
        List<Integer> asked = new ArrayList<>();
        between(new HookedTarget.Hook() {
            @Override
            public void beforeAll(String call, int items) {
                asked.add(items);
            }

            @Override
            public void before(String call, String item) {
                throw new TargetUnavailable("it does not answer", null, null);
            }
        });
        items(9);

        SweepSummary summary = agency.prakat().sweep();
        assertThat(asked).containsExactly(4);
        assertThat(summary.silent()).containsExactly("www");
        assertThat(summary.skipped()).isEqualTo(5);
    }

    private void between(HookedTarget.Hook hook) {
        agency.restart(new HookedTarget(new InMemoryTarget(agency.web), hook, AT_ONCE));
    }

    private List<ItemId> items(int number) {
        return IntStream.range(0, number)
                .mapToObj(n -> agency.approved(TestAgency.draft("ประกาศ " + n, FROM, UNTIL)))
                .toList();
    }

    private PlacementState state(ItemId id) {
        return agency.prakat().placements().of(id).get(0).state();
    }
}
