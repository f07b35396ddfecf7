package dev.prakat.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.spi.InventoryPage;
import dev.prakat.spi.Marker;
import dev.prakat.spi.PublishableItem;
import dev.prakat.wordpress.site.NeedsWordPress;
import dev.prakat.wordpress.site.RealWordPress;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is listed of a site with many posts: nothing that nobody touched, everything that somebody did, and how fast. */
@NeedsWordPress
final class ManyPostsTest {

    private static final int POSTS = Integer.getInteger("prakat.wordpressPosts", 10);
    private static final int AT_ONCE = 25;
    private static final int CHANGED = Math.max(1, POSTS / 100);
    private static final int SINGLY = Math.min(POSTS, 300);
    private static final long SEED = Long.getLong("prakat.seed", 26112569);

    private static RealWordPress real;

    @BeforeAll
    static void start() {
        real = RealWordPress.usual();
    }

    @Test
    @Tag("soak")
    @Tag("S001-R15")
    void whatNobodyTouchedRaisesNoAlarmAndWhatSomebodyTouchedDoes() {
        Front.empty(real);
        Scene scene = Scene.of(real);
        GeneratedBody bodies = new GeneratedBody(new SplittableRandom(SEED));
        Map<String, PublishableItem> items = new LinkedHashMap<>();
        List<String> ids = new ArrayList<>();
        for (int first = 1; first <= POSTS; first += AT_ONCE) {
            List<PublishableItem> some = new ArrayList<>();
            for (int n = first; n < Math.min(first + AT_ONCE, POSTS + 1); n++) {
                String id = String.format(Locale.ROOT, "261126-many%06d", n);
                some.add(Scene.item(id, "เรื่องที่ " + n + " & \"อื่น\"", bodies.next(), List.of()));
            }
            Scene.done(scene.publishAll(some, 1)).forEach(receipt -> ids.add(receipt.remoteId()));
            some.forEach(item -> items.put(item.id(), item));
            scene.recorder().clear();
        }
        long begun = System.nanoTime();
        List<InventoryPage.Entry> seen = all(scene);
        double listed = POSTS / ((System.nanoTime() - begun) / 1e9);
        Set<String> alarms = new TreeSet<>();
        for (InventoryPage.Entry entry : seen) {
            PublishableItem item = items.get(entry.marker().item());
            boolean asPublished = item != null
                    && entry.altered() == null
                    && entry.marker().state() == Marker.State.PRESENT
                    && item.revisionHash().equals(entry.marker().revisionHash());
            if (!asPublished) {
                alarms.add(entry.toString());
            }
        }

        begun = System.nanoTime();
        for (String id : ids.subList(0, SINGLY)) {
            HttpResponse<String> answer =
                    real.send(real.request("wp-json/wp/v2/posts/" + id + "?context=edit", RealWordPress.PUBLISHER));
            assertThat(answer.statusCode()).isEqualTo(200);
        }
        double singly = SINGLY / ((System.nanoTime() - begun) / 1e9);

        List<String> changed = ids.subList(POSTS - CHANGED, POSTS);
        real.sql("update wp_posts set post_content = concat('x', post_content) where ID in ("
                + String.join(",", changed) + ")");
        List<String> found = all(scene).stream()
                .filter(entry -> entry.altered() != null)
                .map(InventoryPage.Entry::remoteId)
                .toList();
        System.out.printf(
                Locale.ROOT,
                "WordPress with %d posts (seed %d): %d false alarms, %d of %d changes behind its back found; %.0f posts/s listed and"
                        + " compared, %.0f/s with a GET each: %.1f times%n",
                POSTS,
                SEED,
                alarms.size(),
                found.size(),
                CHANGED,
                listed,
                singly,
                listed / singly);
        assertThat(seen).hasSize(POSTS);
        assertThat(alarms).isEmpty();
        assertThat(found).containsExactlyInAnyOrderElementsOf(changed);
        if (POSTS >= 1000) {
            assertThat(listed / singly).as("times as fast as one by one").isGreaterThan(20);
        }
    }

    private static List<InventoryPage.Entry> all(Scene scene) {
        List<InventoryPage.Entry> entries = new ArrayList<>();
        String cursor = null;
        do {
            InventoryPage page = scene.target().inventory(cursor, scene.recorder());
            entries.addAll(page.entries());
            cursor = page.next();
        } while (cursor != null);
        return entries;
    }
}
