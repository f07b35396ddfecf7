package dev.prakat.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.spi.Marker;
import dev.prakat.spi.PublishableItem;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.spi.TargetRefused;
import dev.prakat.testkit.InMemoryTarget;
import dev.prakat.testkit.RecordingTrafficRecorder;
import dev.prakat.testkit.SampleItems;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Decisions about one item reach a website late, twice, or in another order than they were made: what stands there is always
 * what the highest fence that arrived says. {@code -Dprakat.interleavings=N}, {@code -Dprakat.seed=N}.
 */
@Tag("soak")
class FencesInterleavedTest {

    private static final int INTERLEAVINGS = Integer.getInteger("prakat.interleavings", 5_000);
    private static final long SEED = Long.getLong("prakat.seed", 20210301L);

    /** A decision: a revision to publish, or a way to take down when there is none. */
    private record Decision(long fence, PublishableItem revision, TakeDownKind kind) {

        String shown() {
            return revision == null ? "gone" : "present " + revision.revisionHash();
        }
    }

    @Test
    void theHighestFenceWinsInWhateverOrderTheyArrive() {
        Random random = new Random(SEED);
        long calls = 0;
        long refused = 0;
        for (int n = 0; n < INTERLEAVINGS; n++) {
            InMemoryTarget target = new InMemoryTarget();
            List<Decision> arrivals = arrivals(random);
            Decision highest = null;
            for (Decision decision : arrivals) {
                calls++;
                boolean stale = highest != null && decision.fence() < highest.fence();
                refused += stale ? 1 : 0;
                assertThat(carriedOut(target, decision))
                        .as("seed %d, interleaving %d: %s after %s", SEED, n, decision, highest)
                        .isEqualTo(!stale);
                highest = stale ? highest : decision;
                assertThat(shown(target))
                        .as("seed %d, interleaving %d: after %s", SEED, n, decision)
                        .isEqualTo(highest.shown());
            }
        }
        System.out.printf(
                "fences: %,d interleavings, %,d calls, %,d stale ones refused, the highest fence stood at the end of every"
                        + " one (seed %d)%n",
                INTERLEAVINGS, calls, refused, SEED);
    }

    /** Two to six decisions in the order of their fences; some arrive again, and then all in a random order. */
    private static List<Decision> arrivals(Random random) {
        List<Decision> decisions = new ArrayList<>();
        int count = 2 + random.nextInt(5);
        for (int i = 1; i <= count; i++) {
            boolean publish = random.nextBoolean();
            decisions.add(new Decision(
                    i,
                    publish ? SampleItems.item("261122-contract01", i, "ฉบับที่ " + i) : null,
                    random.nextBoolean() ? TakeDownKind.GONE : TakeDownKind.VANISH));
        }
        List<Decision> arrivals = new ArrayList<>(decisions);
        decisions.stream().filter(decision -> random.nextInt(3) == 0).forEach(arrivals::add);
        Collections.shuffle(arrivals, random);
        return arrivals;
    }

    private static boolean carriedOut(InMemoryTarget target, Decision decision) {
        RecordingTrafficRecorder recorder = new RecordingTrafficRecorder();
        PublishableItem item = SampleItems.item("261122-contract01");
        try {
            if (decision.revision() == null) {
                target.takeDown(SampleItems.takeDown(item, decision.kind(), decision.fence(), List.of(), recorder));
            } else {
                target.publish(SampleItems.publish(decision.revision(), decision.fence(), recorder));
            }
            return true;
        } catch (TargetRefused e) {
            return false;
        }
    }

    private static String shown(InMemoryTarget target) {
        String body = target.web().bodies().getOrDefault("d/261122-contract01/", "");
        return Marker.find(body, "261122-contract01")
                .filter(marker -> marker.state() != Marker.State.GONE)
                .map(marker -> "present " + marker.revisionHash())
                .orElse("gone");
    }
}
