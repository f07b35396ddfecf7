package dev.prakat.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.spi.Artefact;
import dev.prakat.spi.Observation;
import dev.prakat.spi.PublishableItem;
import dev.prakat.spi.Receipt;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.testkit.RecordingTrafficRecorder;
import dev.prakat.testkit.SampleItems;
import dev.prakat.wordpress.WordPressSite.Removal;
import dev.prakat.wordpress.site.Flavour;
import dev.prakat.wordpress.site.NeedsWordPress;
import dev.prakat.wordpress.site.RealWordPress;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sites as they are set up in the wild: plain addresses, https in production, a cache in front, no bin. */
@NeedsWordPress
@Tag("one-jdk")
final class OtherSitesTest {

    private static final PublishableItem FIRST = SampleItems.item("261126-other001");
    private static final PublishableItem SECOND = SampleItems.item(FIRST.id(), 2, "ฉบับแก้ไข");

    @Test
    void plainAddresses() {
        RealWordPress real = RealWordPress.shared(Flavour.USUAL.withPlainPermalinks());
        Front.empty(real);
        Scene scene = Scene.of(real);
        Receipt live = wholeLife(scene);
        assertThat(live.artefacts())
                .extracting(Artefact::address)
                .anyMatch(address -> String.valueOf(address.getRawQuery()).startsWith("p="));
    }

    @Test
    void overTlsInProduction() {
        RealWordPress real = RealWordPress.shared(Flavour.USUAL.withTls());
        Front.empty(real);
        WordPressTarget target = WordPressTarget.of(Scene.site(real, real.baseUri()), real.trust());
        wholeLife(new Scene(real, target, new RecordingTrafficRecorder()));
    }

    @ParameterizedTest
    @EnumSource(Removal.class)
    void withoutABin(Removal removal) {
        RealWordPress real = RealWordPress.shared(Flavour.USUAL.withoutTrash());
        Front.empty(real);
        WordPressTarget target =
                WordPressTarget.of(Scene.site(real, real.baseUri()).withRemoval(removal));
        wholeLife(new Scene(real, target, new RecordingTrafficRecorder()));
    }

    @ParameterizedTest
    @EnumSource(Removal.class)
    void withABin(Removal removal) {
        RealWordPress real = RealWordPress.usual();
        Front.empty(real);
        WordPressTarget target =
                WordPressTarget.of(Scene.site(real, real.baseUri()).withRemoval(removal));
        Scene scene = new Scene(real, target, new RecordingTrafficRecorder());
        wholeLife(scene);
        assertThat(scene.posts(FIRST, "trash")).isEqualTo(removal == Removal.TRASH ? 1 : 0);
        assertThat(scene.posts(FIRST, "draft")).isEqualTo(1);
    }

    /** Publishes, replaces, takes down, publishes again above that, and lets vanish. */
    private static Receipt wholeLife(Scene scene) {
        scene.publish(FIRST, 1);
        Receipt live = scene.publish(SECOND, 2);
        assertPublic(scene, SECOND, live.artefacts());
        scene.takeDown(SECOND, TakeDownKind.GONE, 3, live.artefacts());
        assertThat(scene.missing(SECOND, live.artefacts(), TakeDownKind.GONE)).isEmpty();
        Receipt again = scene.publish(FIRST, 4);
        assertPublic(scene, FIRST, again.artefacts());
        scene.takeDown(FIRST, TakeDownKind.VANISH, 5, again.artefacts());
        assertThat(scene.missing(FIRST, again.artefacts(), TakeDownKind.VANISH)).isEmpty();
        scene.publish(FIRST, 6);
        Receipt last = scene.publish(FIRST, 6);
        scene.takeDown(FIRST, TakeDownKind.GONE, 7, last.artefacts());
        assertThat(scene.missing(FIRST, last.artefacts(), TakeDownKind.GONE)).isEmpty();
        return live;
    }

    private static void assertPublic(Scene scene, PublishableItem item, List<Artefact> artefacts) {
        assertThat(scene.look(item, artefacts))
                .allSatisfy(seen -> assertThat(seen.answer())
                        .as(seen.address() + " " + seen.evidence())
                        .isEqualTo(Observation.Answer.PRESENT));
    }

    @Test
    void aCacheThatStillHasThePageKeepsTheTakeDownFromBeingDone() {
        RealWordPress real = RealWordPress.shared(Flavour.USUAL.withCache());
        Front.empty(real);
        Scene scene = Scene.of(real);
        Receipt live = scene.publish(FIRST, 1);
        assertThat(scene.look(FIRST, live.artefacts())).isNotEmpty(); // fills the cache, as every reader does
        scene.takeDown(FIRST, TakeDownKind.GONE, 2, live.artefacts());

        URI page = live.artefacts().get(0).address();
        assertThat(scene.missing(FIRST, live.artefacts(), TakeDownKind.GONE))
                .anySatisfy(missing -> assertThat(missing)
                        .startsWith("PAGE " + page)
                        .contains("PRESENT")
                        .contains("STALE_CACHE"));
        real.emptyCache();
        assertThat(scene.missing(FIRST, live.artefacts(), TakeDownKind.GONE)).isEmpty();
    }

    @Test
    void aCacheThatIsToldForgetsAtOnceAndOneThatCannotBeToldHindersNothing() {
        RealWordPress real = RealWordPress.shared(Flavour.USUAL.withCache());
        Front.empty(real);
        real.emptyCache();
        Set<URI> told = new TreeSet<>();
        WordPressTarget plain = WordPressTarget.of(Scene.site(real, real.baseUri()));
        Scene scene = new Scene(
                real,
                plain.withPurge((addresses, recorder) -> {
                    told.addAll(addresses);
                    real.emptyCache();
                }),
                new RecordingTrafficRecorder());
        Receipt live = scene.publish(FIRST, 1);
        assertThat(scene.look(FIRST, live.artefacts())).isNotEmpty(); // fills the cache, as every reader does
        scene.takeDown(FIRST, TakeDownKind.GONE, 2, live.artefacts());
        assertThat(told)
                .containsAll(live.artefacts().stream().map(Artefact::address).toList());
        assertThat(scene.missing(FIRST, live.artefacts(), TakeDownKind.GONE)).isEmpty();

        Scene deaf = new Scene(
                real,
                plain.withPurge((addresses, recorder) -> {
                    throw new IllegalStateException("the CDN does not answer");
                }),
                new RecordingTrafficRecorder());
        assertThat(deaf.publish(FIRST, 3).remoteSaid())
                .contains("the cache could not be told", "IllegalStateException");
    }
}
