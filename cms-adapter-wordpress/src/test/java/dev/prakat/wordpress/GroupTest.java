package dev.prakat.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.spi.CategoryLabel;
import dev.prakat.spi.DeliveryResult;
import dev.prakat.spi.DeliveryResult.Done;
import dev.prakat.spi.DeliveryResult.Failed;
import dev.prakat.spi.Observation;
import dev.prakat.spi.PublishRequest;
import dev.prakat.spi.PublishableItem;
import dev.prakat.spi.Receipt;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.spi.TargetAmbiguous;
import dev.prakat.spi.TargetRefused;
import dev.prakat.testkit.SampleItems;
import dev.prakat.wordpress.site.Fault;
import dev.prakat.wordpress.site.FaultPlan;
import dev.prakat.wordpress.site.FaultProxy;
import dev.prakat.wordpress.site.Installed;
import dev.prakat.wordpress.site.NeedsWordPress;
import dev.prakat.wordpress.site.Passed;
import dev.prakat.wordpress.site.RealWordPress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What only batches can do to several items, tried on a real WordPress. */
@NeedsWordPress
final class GroupTest {

    private static RealWordPress real;
    private final Scene scene = Scene.of(real);

    @BeforeAll
    static void start() {
        real = RealWordPress.usual();
    }

    @BeforeEach
    void empty() {
        Front.empty(real);
    }

    @Test
    void anItemThatWordPressWouldChangeAndOneThatAPersonChangedHinderNoOther() {
        List<PublishableItem> first = items("mixed", 4);
        List<Receipt> live = Scene.done(scene.publishAll(first, 1));
        real.php("wp_update_post(['ID' => " + live.get(1).remoteId() + ", 'post_title' => 'แก้ด้วยมือ']);");
        List<PublishableItem> second = new ArrayList<>();
        for (PublishableItem item : first) {
            second.add(Scene.item(item.id(), 2, "ฉบับใหม่ " + item.id(), "<p>ใหม่</p>", List.of(), null));
        }
        String changed = "<p style=\"position:absolute\">ทับ</p>";
        second.set(2, Scene.item(first.get(2).id(), 2, "ฉบับใหม่", changed, List.of(), null));
        second.add(Scene.item("261126-mixedx", "ใหม่และถูกกรอง", changed, List.of()));
        List<DeliveryResult> results = scene.publishAll(second, 2);

        assertThat(results.get(0)).isInstanceOf(Done.class);
        assertRefused(results.get(1), "CONFLICT");
        assertRefused(results.get(2), "FILTERED");
        assertThat(results.get(3)).isInstanceOf(Done.class);
        assertRefused(results.get(4), "FILTERED");
        assertThat(titles())
                .contains(
                        "ฉบับใหม่ " + first.get(0).id(),
                        "แก้ด้วยมือ",
                        first.get(2).title(),
                        "ฉบับใหม่ " + first.get(3).id())
                .doesNotContain("ใหม่และถูกกรอง");
    }

    private static void assertRefused(DeliveryResult result, String why) {
        assertThat(result)
                .isInstanceOfSatisfying(
                        Failed.class,
                        failed -> assertThat(failed.failure())
                                .isInstanceOf(TargetRefused.class)
                                .hasMessageContaining(why));
    }

    /** A plugin that fails for one item makes WordPress answer nothing for all of a batch; smaller ones leave it alone with itself. */
    @Test
    void anItemThatBreaksWordPressDoesNotKeepTheOthersOut() {
        List<PublishableItem> items = items("poison", 7);
        items.add(3, Scene.item("261126-poisonx", "ทำให้ล่ม", "<p>POISON</p>", List.of()));
        try (Installed plugin = real.installPlugin(
                "poison",
                "<?php add_filter('rest_pre_insert_post', function ($post) { "
                        + "if (str_contains($post->post_content ?? '', 'POISON')) { throw new Exception('x'); } return $post; });")) {
            List<PublishableItem> left = new ArrayList<>(items);
            for (int tries = 0; tries < 5 && left.size() > 1; tries++) {
                List<DeliveryResult> results = scene.publishAll(left, 1);
                List<PublishableItem> failed = new ArrayList<>();
                for (int n = 0; n < left.size(); n++) {
                    if (results.get(n) instanceof Failed one) {
                        assertThat(one.failure()).isInstanceOf(TargetAmbiguous.class);
                        failed.add(left.get(n));
                    }
                }
                left = failed;
            }
            assertThat(left).extracting(PublishableItem::id).containsExactly("261126-poisonx");
        }
        items.remove(3);
        items.forEach(item -> {
            assertThat(scene.posts(item, "publish")).as(item.id()).isEqualTo(1);
            scene.publish(item, 1);
            assertThat(scene.posts(item, "draft")).as("drafts of " + item.id()).isZero();
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"ANSWER_DROPPED", "HALF_ANSWER", "BAD_GATEWAY_AFTER", "RESET_BEFORE", "LATE"})
    void aBatchThatIsLostLeavesItsItemsInDoubtAndTheNextCallFindsOut(Fault fault) throws IOException {
        for (String step : List.of("create", "live")) {
            Front.empty(real);
            List<PublishableItem> items = items("lost", 3);
            FaultPlan lost = FaultPlan.next("POST", "/batch/v1?prakat=" + step, fault);
            try (FaultProxy proxy = new FaultProxy(real.baseUri(), lost, 0)) {
                Scene through = Scene.of(real, proxy.baseUri());
                List<DeliveryResult> results = through.publishAll(items, 1);
                assertThat(results)
                        .allSatisfy(result -> assertThat(result)
                                .isInstanceOfSatisfying(
                                        Failed.class,
                                        failed -> assertThat(failed.failure()).isInstanceOf(TargetAmbiguous.class)));
                Scene.done(through.publishAll(items, 1));
                assertThat(proxy.passed()).extracting(Passed::fault).contains(fault);
                proxy.deliverLate();
                Scene.done(through.publishAll(items, 1));
                items.forEach(item -> {
                    assertThat(through.posts(item, "publish"))
                            .as(fault + " " + item.id())
                            .isEqualTo(1);
                    assertThat(through.posts(item, "draft"))
                            .as(fault + " " + item.id())
                            .isZero();
                });
            }
        }
    }

    @Test
    void aTakeDownWhoseBatchIsLostIsFinishedByTheNextCall() throws IOException {
        List<PublishableItem> items = items("lostdown", 3);
        FaultPlan lost = FaultPlan.next("POST", "/batch/v1?prakat=down", Fault.ANSWER_DROPPED);
        try (FaultProxy proxy = new FaultProxy(real.baseUri(), lost, 0)) {
            Scene through = Scene.of(real, proxy.baseUri());
            List<Receipt> live = Scene.done(through.publishAll(items, 1));
            assertThat(through.takeDownAll(items, TakeDownKind.GONE, 2, live)).allMatch(Failed.class::isInstance);
            Scene.done(through.takeDownAll(items, TakeDownKind.GONE, 2, live));
            for (int n = 0; n < items.size(); n++) {
                assertThat(through.missing(items.get(n), live.get(n).artefacts(), TakeDownKind.GONE))
                        .isEmpty();
            }
        }
    }

    @Test
    void aSiteWithoutBatchesGetsOneRequestForEach() {
        try (Installed plugin = real.installPlugin(
                "no-batch",
                "<?php add_filter('rest_endpoints', function ($all) { unset($all['/batch/v1']); return $all; });")) {
            List<PublishableItem> items = items("single", 4);
            List<Receipt> live = Scene.done(scene.publishAll(items, 1));
            Scene.done(scene.takeDownAll(items, TakeDownKind.VANISH, 2, live));
            assertThat(sent("POST", "/batch/v1")).isZero();
            assertThat(sent("POST", "prakat=live")).isEqualTo(4);
        }
    }

    @Test
    void aSiteThatTakesFewGetsFew() {
        try (Installed plugin =
                real.installPlugin("few", "<?php add_filter('rest_get_max_batch_size', function () { return 2; });")) {
            Scene.done(scene.publishAll(items("few", 5), 1));
            assertThat(sent("POST", "/batch/v1?prakat=live"))
                    .as("two, two, and one by itself")
                    .isEqualTo(2);
            assertThat(sent("POST", "prakat=live")).isEqualTo(3);
        }
    }

    /** That is what batches are for; the figures are in docs/reference/wordpress.md. */
    @Test
    void twentyFiveItemsTakeFewRequestsAndANewCategoryIsMadeOnce() {
        List<CategoryLabel> path = List.of(
                new CategoryLabel("group-top", "หมวดของกลุ่ม"), new CategoryLabel("group-leaf", "หมวดย่อยของกลุ่ม"));
        List<PublishRequest> requests = IntStream.rangeClosed(1, 25)
                .mapToObj(n -> withPath(Scene.item("261126-many" + n, "เรื่องที่ " + n, "<p>ก</p>", List.of()), path))
                .map(item -> SampleItems.publish(item, 1, scene.recorder()))
                .toList();
        List<Receipt> live = Scene.done(scene.target().publishAll(requests));

        assertThat(real.sql("select count(*) from wp_terms where slug in ('prakat-group-top','prakat-group-leaf')")
                        .strip())
                .isEqualTo("2");
        assertThat(scene.recorder().actions().size())
                .as("requests for 25 items, log-in and all")
                .isLessThan(20);
        List<PublishableItem> items =
                requests.stream().map(PublishRequest::item).toList();
        assertThat(scene.look(items.get(24), live.get(24).artefacts().subList(0, 2)))
                .allSatisfy(seen -> assertThat(seen.answer()).isEqualTo(Observation.Answer.PRESENT));
        scene.recorder().clear();
        Scene.done(scene.takeDownAll(items, TakeDownKind.GONE, 2, live));
        assertThat(scene.recorder().actions().size())
                .as("requests for 25 take-downs")
                .isLessThan(8);
    }

    private static PublishableItem withPath(PublishableItem item, List<CategoryLabel> path) {
        return new PublishableItem(
                item.id(),
                item.title(),
                item.summary(),
                item.bodyHtml(),
                path,
                item.responsibleUnits(),
                item.remark(),
                item.externalLink(),
                item.language(),
                item.published(),
                item.expires(),
                item.attachments(),
                item.revision(),
                item.revisionHash());
    }

    private static List<PublishableItem> items(String name, int number) {
        List<PublishableItem> items = new ArrayList<>();
        for (int n = 1; n <= number; n++) {
            items.add(Scene.item("261126-" + name + n, "เรื่อง " + name + " " + n, "<p>ก</p>", List.of()));
        }
        return items;
    }

    private static String titles() {
        return real.sql("select post_title from wp_posts where post_status = 'publish'");
    }

    private long sent(String method, String part) {
        return scene.recorder().actions().stream()
                .filter(action -> action.entry().command().equals(method)
                        && action.entry().path().contains(part))
                .count();
    }
}
