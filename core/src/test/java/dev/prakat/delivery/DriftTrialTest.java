package dev.prakat.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.TestAgency;
import dev.prakat.item.ItemId;
import dev.prakat.testkit.InMemoryTarget;
import dev.prakat.testkit.RecordingTrafficRecorder;
import dev.prakat.testkit.SampleItems;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many placements, some of them changed by hand in a random way: one scan finds each, tells it apart, and says nothing of the
 * others. {@code -Dprakat.placements=N}, {@code -Dprakat.drifts=N}, {@code -Dprakat.seed=N}.
 */
@Tag("soak")
@Tag("S001-R15")
class DriftTrialTest {

    private static final int PLACEMENTS = Integer.getInteger("prakat.placements", 60);
    private static final int DRIFTS = Integer.getInteger("prakat.drifts", 15);
    private static final long SEED = Long.getLong("prakat.seed", 20210301L);
    private static final LocalDate FROM = LocalDate.of(2021, 3, 1);

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);
    private final Map<String, Drift> expected = new TreeMap<>();

    @Test
    void oneScanFindsEveryChangeAndNothingElse() {
        try (TestAgency agency = new TestAgency(folder)) {
            List<ItemId> live = new ArrayList<>();
            List<ItemId> over = new ArrayList<>();
            for (int n = 0; n < PLACEMENTS; n++) {
                boolean ends = n % 3 == 0;
                LocalDate until = ends ? LocalDate.of(2021, 3, 5) : LocalDate.of(2021, 4, 30);
                (ends ? over : live).add(agency.approved(TestAgency.draft("ประกาศ " + n, FROM, until)));
            }
            sweep(agency);
            Map<String, String> pages = new TreeMap<>(agency.web.bodies());
            agency.at("2021-03-06T00:00:00Z");
            sweep(agency);
            assertThat(agency.prakat().placements().scan("www"))
                    .as("false alarms before anything was changed")
                    .isEmpty();

            Collections.shuffle(live, random);
            Collections.shuffle(over, random);
            for (int n = 0; n < DRIFTS; n++) {
                change(agency, n, live, over, pages);
            }
            Map<String, Drift> found = agency.prakat().placements().scan("www").stream()
                    .filter(finding -> !finding.address().getPath().matches("/(feed)?"))
                    .collect(Collectors.toMap(
                            finding -> finding.address().getPath(),
                            DriftFinding::drift,
                            (one, other) -> one,
                            TreeMap::new));
            Map<String, Drift> alarms = new TreeMap<>(found);
            alarms.keySet().removeAll(expected.keySet());
            System.out.printf(
                    "drift: %d changes in %d placements, %d found and told apart, %d false alarms (seed %d)%n",
                    DRIFTS,
                    PLACEMENTS,
                    expected.entrySet().stream()
                            .filter(one -> one.getValue() == found.get(one.getKey()))
                            .count(),
                    alarms.size(),
                    SEED);
            assertThat(found).isEqualTo(expected);
        }
    }

    private void change(TestAgency agency, int n, List<ItemId> live, List<ItemId> over, Map<String, String> pages) {
        InMemoryTarget.Web web = agency.web;
        switch (n % 5) {
            case 0 -> {
                ItemId id = live.remove(live.size() - 1);
                web.removeByHand(id.value());
                expected.put("/d/" + id + "/", Drift.MISSING);
                expected.put("/d/" + id + "/f/1", Drift.MISSING);
            }
            case 1 -> {
                ItemId id = live.remove(live.size() - 1);
                String path = "d/" + id + (random.nextBoolean() ? "/" : "/f/1");
                web.rewriteByHand(path, body -> body + "เพิ่มเอง");
                expected.put("/" + path, Drift.ALTERED);
            }
            case 2 -> {
                ItemId id = over.remove(over.size() - 1);
                String path = "d/" + id + (random.nextBoolean() ? "/" : "/f/1");
                web.putByHand(path, pages.get(path));
                expected.put("/" + path, Drift.STILL_PUBLIC);
            }
            case 3 -> {
                ItemId id = live.remove(live.size() - 1);
                web.redirectByHand("d/" + id + "/", "https://elsewhere.example/");
                expected.put("/d/" + id + "/", Drift.WRONG_STATUS);
            }
            default -> {
                String id = "261122-stranger" + (100 + n);
                new InMemoryTarget(web)
                        .publish(SampleItems.publish(SampleItems.item(id), 1, new RecordingTrafficRecorder()));
                expected.put("/d/" + id + "/", Drift.UNEXPECTED);
            }
        }
    }

    private static void sweep(TestAgency agency) {
        SweepSummary summary = agency.prakat().sweep();
        while (summary.more()) {
            summary = agency.prakat().sweep();
        }
        assertThat(summary.clean()).isTrue();
    }
}
