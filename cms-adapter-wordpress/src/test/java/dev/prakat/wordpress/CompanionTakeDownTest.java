package dev.prakat.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.spi.Artefact;
import dev.prakat.spi.PublishableItem;
import dev.prakat.spi.Receipt;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.testkit.RecordingTrafficRecorder;
import dev.prakat.testkit.SampleItems;
import dev.prakat.wordpress.site.Installed;
import dev.prakat.wordpress.site.NeedsWordPress;
import dev.prakat.wordpress.site.RealWordPress;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The site has ended an item by itself at its hour, before the portal came: the portal's order is carried out all the same. */
@NeedsWordPress
@Tag("one-jdk")
final class CompanionTakeDownTest {

    private final RealWordPress real = RealWordPress.usual();
    private final Scene scene = new Scene(
            real,
            WordPressTarget.of(Scene.site(real, real.baseUri()).withCompanionPlugin(true)),
            new RecordingTrafficRecorder());
    private Installed plugin;

    @BeforeEach
    void install() {
        Front.empty(real);
        plugin = real.installPlugin("prakat-companion", CompanionPlugin.text());
    }

    @AfterEach
    void remove() {
        plugin.close();
    }

    @Test
    void whatIsGoneIsProvenGone() {
        PublishableItem item = SampleItems.item("261126-ended0001");
        Receipt live = scene.publish(item, 1);
        end(live);
        assertThat(status(item.id() + "/")).isEqualTo(410);

        scene.takeDown(item, TakeDownKind.GONE, 2, live.artefacts());
        assertThat(scene.missing(item, live.artefacts(), TakeDownKind.GONE)).isEmpty();
        assertThat(status(item.id() + "/")).isEqualTo(410);
        assertThat(RealFiles.below(real.root().resolve("wp-content/uploads"))).isEmpty();
    }

    @Test
    void whatIsToStayReadableUnderABannerComesBackUnderIt() {
        PublishableItem item = SampleItems.item("261126-ended0002");
        Receipt live = scene.publish(item, 1);
        end(live);
        assertThat(status(item.id() + "/")).isEqualTo(410);

        Receipt withdrawn = scene.takeDown(item, TakeDownKind.WITHDRAWN, 2, live.artefacts());
        assertThat(real.send(real.request(item.id() + "/")).body())
                .contains("prakat:1:" + item.id() + ":withdrawn")
                .contains(item.title());
        assertThat(withdrawn.artefacts())
                .isNotEmpty()
                .map(Artefact::address)
                .allSatisfy(url -> assertThat(
                                real.send(real.request(url.toString())).statusCode())
                        .isEqualTo(200));
    }

    @Test
    void whatIsProlongedIsPublicAgain() {
        PublishableItem item = SampleItems.item("261126-ended0003");
        end(scene.publish(item, 1));
        assertThat(status(item.id() + "/")).isEqualTo(410);

        Receipt again = scene.publish(item, 2);
        assertThat(again.artefacts())
                .allSatisfy(artefact -> assertThat(
                                real.send(real.request(artefact.address().toString()))
                                        .statusCode())
                        .as(artefact.toString())
                        .isEqualTo(200));
    }

    @Test
    void whatWasPublicBeforeThePluginCameIsFoundAndWatchedFromTheNextOrderOn() {
        PublishableItem item = SampleItems.item("261126-early00001");
        Scene before = Scene.of(real);
        before.publish(item, 1);
        assertThat(altered(before)).containsExactly("");
        assertThat(altered(scene))
                .singleElement()
                .asString()
                .contains("the companion plugin does not know of it", "order the same revision again");

        scene.publish(item, 2);
        assertThat(altered(scene)).containsExactly("");
        assertThat(real.sql("select meta_value from wp_postmeta where meta_key = '_prakat_until'"))
                .contains("2126-12-31T17:00:00Z");
    }

    private static List<String> altered(Scene scene) {
        return scene.target().inventory(null, scene.recorder()).entries().stream()
                .map(entry -> Objects.requireNonNullElse(entry.altered(), ""))
                .toList();
    }

    private void end(Receipt live) {
        real.sql(
                "update wp_postmeta set meta_value = '2026-01-01T00:00:00Z' where meta_key = '_prakat_until' and post_id = "
                        + live.remoteId());
        real.php("wp_cache_flush(); update_option('prakat_next_until', '2026-01-01T00:00:00Z');");
    }

    private int status(String path) {
        return real.send(real.request(path)).statusCode();
    }
}
