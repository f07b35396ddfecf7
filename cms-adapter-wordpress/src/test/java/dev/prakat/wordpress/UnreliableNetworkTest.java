package dev.prakat.wordpress;

import static dev.prakat.wordpress.site.Fault.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.spi.Artefact;
import dev.prakat.spi.PublishableItem;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.spi.TargetException;
import dev.prakat.testkit.RecordingTrafficRecorder;
import dev.prakat.testkit.SampleItems;
import dev.prakat.wordpress.site.FaultPlan;
import dev.prakat.wordpress.site.FaultProxy;
import dev.prakat.wordpress.site.NeedsWordPress;
import dev.prakat.wordpress.site.RealWordPress;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Requests are lost, answers are lost or cut, gateways fail, and some requests arrive long after they were given up: every item
 * is public once, none is lost, and nothing is left when they are gone. Publishing by trying again what failed, in the same run,
 * must show how bad this network is.
 */
@NeedsWordPress
final class UnreliableNetworkTest {

    private static final int ITEMS = Integer.getInteger("prakat.wordpressItems", 12);
    private static final long SEED = Long.getLong("prakat.seed", 26112569);
    private static final int PERCENT = 30;
    private static final int TRIES = 60;

    private static RealWordPress real;

    @BeforeAll
    static void start() {
        real = RealWordPress.usual();
    }

    @Test
    void everyItemIsPublicOnceAndLeavesNothingBehind() throws IOException {
        Front.empty(real);
        try (FaultProxy proxy = new FaultProxy(real.baseUri(), FaultPlan.random(SEED, PERCENT), 4)) {
            Scene scene = Scene.of(real, proxy.baseUri());
            Map<PublishableItem, List<Artefact>> live = new TreeMap<>(Comparator.comparing(PublishableItem::id));
            for (int n = 1; n <= ITEMS; n++) {
                PublishableItem item = SampleItems.item(String.format("261126-faulty%05d", n));
                live.put(item, stubbornly(() -> scene.publish(item, 1)).artefacts());
            }
            proxy.deliverLate();
            int twice = live.keySet().stream()
                    .mapToInt(item -> scene.posts(item, "publish") > 1 ? 1 : 0)
                    .sum();
            int lost = live.keySet().stream()
                    .mapToInt(item -> scene.posts(item, "publish") == 0 ? 1 : 0)
                    .sum();
            int wrongSlugs =
                    count("post_status = 'publish' and post_name not regexp '^(261126-faulty[0-9]{5}|old-[0-9]+)$'");
            int naive = naively(proxy);
            int faults = (int)
                    proxy.passed().stream().filter(one -> one.fault() != NONE).count();
            int calls = proxy.passed().size();
            live.forEach((item, artefacts) -> stubbornly(() -> scene.takeDown(item, TakeDownKind.GONE, 2, artefacts)));
            proxy.deliverLate();
            proxy.follow(FaultPlan.none());
            List<String> missing = new ArrayList<>();
            live.forEach((item, artefacts) -> {
                scene.takeDown(item, TakeDownKind.GONE, 2, artefacts);
                missing.addAll(scene.missing(item, artefacts, TakeDownKind.GONE));
            });
            int files = count("post_type = 'attachment'");
            int drafts = count("post_type = 'post' and post_status = 'draft' and post_content like '%prakat:1:%'");
            System.out.println("WordPress through a bad network: " + ITEMS + " items, " + faults + " of " + calls
                    + " requests hit (seed " + SEED + "): " + twice + " public twice, " + lost + " lost, " + wrongSlugs
                    + " wrong addresses; after the take-down " + missing.size() + " addresses not proven, " + files
                    + " files, " + (drafts - ITEMS) + " drafts too many; tried again naively " + naive + " of " + ITEMS
                    + " are public more than once");
            assertThat(twice + lost + wrongSlugs).isZero();
            assertThat(missing).isEmpty();
            assertThat(files).isZero();
            assertThat(drafts).isEqualTo(ITEMS);
            assertThat(scene.recorder().faults()).isEmpty();
            assertThat(scene.recorder().actions())
                    .extracting(RecordingTrafficRecorder.Recorded::outcome)
                    .doesNotContainNull();
            assertThat(naive).as("the network is bad enough").isGreaterThan(ITEMS < 100 ? 0 : ITEMS / 10);
        }
    }

    private static <T> T stubbornly(Supplier<T> work) {
        TargetException last = null;
        for (int n = 0; n < TRIES; n++) {
            try {
                return work.get();
            } catch (TargetException e) {
                last = e;
            }
        }
        throw new AssertionError("not done in " + TRIES + " tries", last);
    }

    /** What a program does that knows no better: publish in one request, and again until it hears that it was done. */
    private static int naively(FaultProxy proxy) {
        HttpClient client = HttpClient.newHttpClient();
        for (int n = 1; n <= ITEMS; n++) {
            String body = "{\"status\":\"publish\",\"title\":\"naive\",\"content\":\"naive-item-" + n + "-\"}";
            HttpRequest request = HttpRequest.newBuilder(proxy.baseUri().resolve("wp-json/wp/v2/posts"))
                    .timeout(Duration.ofSeconds(60))
                    .header("Authorization", real.authorization(RealWordPress.PUBLISHER))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                    .build();
            boolean done = false;
            while (!done) {
                try {
                    done = client.send(request, HttpResponse.BodyHandlers.ofString())
                                    .statusCode()
                            == 201;
                } catch (IOException e) {
                    done = false;
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException("interrupted", e);
                }
            }
        }
        proxy.deliverLate();
        int more = 0;
        for (int n = 1; n <= ITEMS; n++) {
            more += count("post_status = 'publish' and post_content like '%naive-item-" + n + "-%'") > 1 ? 1 : 0;
        }
        return more;
    }

    private static int count(String where) {
        return Integer.parseInt(
                real.sql("select count(*) from wp_posts where " + where).strip());
    }
}
