package dev.prakat.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.spi.Observation;
import dev.prakat.spi.ObserveRequest;
import dev.prakat.spi.PublishableItem;
import dev.prakat.spi.Receipt;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.testkit.SampleItems;
import dev.prakat.wordpress.site.Access;
import dev.prakat.wordpress.site.Flavour;
import dev.prakat.wordpress.site.NeedsWordPress;
import dev.prakat.wordpress.site.RealWordPress;
import dev.prakat.wordpress.site.Version;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each version of WordPress keeps what was approved letter by letter for an account with the least rights, and sees no request that
 * the traffic log does not have.
 *
 * <p>{@code -Dprakat.wordpressBodies=N} says how many bodies.
 */
@NeedsWordPress
@Tag("soak")
@ParameterizedClass
@EnumSource(Version.class)
@Tag("one-jdk")
final class EveryVersionTest {

    private static final int BODIES = Integer.getInteger("prakat.wordpressBodies", 5);
    private static final int AT_ONCE = 25;
    private static final long SEED = Long.getLong("prakat.seed", 26112569);

    @Parameter
    Version version;

    private RealWordPress real;
    private Scene scene;

    @BeforeEach
    void empty() {
        real = RealWordPress.shared(Flavour.USUAL.with(version));
        Front.empty(real);
        scene = Scene.of(real);
    }

    @Test
    @Tag("S001-R30")
    void everyRequestThatTheWebServerSawStandsInTheTrafficLogOnceWithItsOutcome() {
        int before = real.accessLog().size();
        PublishableItem item = SampleItems.item("261126-version01");
        scene.publish(item, 1);
        Receipt live = scene.publish(SampleItems.item(item.id(), 2, "ฉบับที่สอง"), 2);
        assertThat(scene.look(item, live.artefacts()))
                .allSatisfy(
                        seen -> assertThat(seen.answer()).as(seen.toString()).isEqualTo(Observation.Answer.PRESENT));
        scene.target().inventory(null, scene.recorder());
        scene.takeDown(item, TakeDownKind.GONE, 3, live.artefacts());
        assertThat(scene.missing(item, live.artefacts(), TakeDownKind.GONE)).isEmpty();

        assertEverythingRecorded(before);
    }

    @Test
    @Tag("S001-R30")
    void whatIsSentForSeveralItemsStandsThereOnceToo() {
        int before = real.accessLog().size();
        List<PublishableItem> items = IntStream.rangeClosed(1, 6)
                .mapToObj(n -> SampleItems.item("261126-versions" + n))
                .toList();
        List<Receipt> live = Scene.done(scene.publishAll(items, 1));
        Scene.done(scene.takeDownAll(items, TakeDownKind.GONE, 2, live));
        List<ObserveRequest.Address> addresses = IntStream.range(0, items.size())
                .boxed()
                .flatMap(n ->
                        SampleItems.observe(items.get(n).id(), live.get(n).artefacts(), scene.recorder())
                                .addresses()
                                .stream())
                .toList();
        assertThat(scene.target().observe(new ObserveRequest(addresses, scene.recorder())))
                .allSatisfy(
                        seen -> assertThat(seen.answer()).as(seen.toString()).isEqualTo(Observation.Answer.ABSENT));

        assertEverythingRecorded(before);
        assertThat(scene.recorder().actions())
                .extracting(action -> action.entry().path())
                .anyMatch(path -> path.contains("/batch/v1?"));
        for (PublishableItem item : items) {
            assertThat(scene.recorder().actions())
                    .filteredOn(action -> action.entry().path().contains("/batch/v1?prakat=live"))
                    .filteredOn(action -> Arrays.asList(
                                    String.valueOf(action.entry().subject()).split(",", -1))
                            .contains(item.id()))
                    .as("the request that made %s public", item.id())
                    .hasSize(1);
        }
    }

    private void assertEverythingRecorded(int before) {
        List<Access> seen = real.accessLog();
        assertThat(scene.recorder().actions()).hasSizeGreaterThan(20).allMatch(action -> action.outcome() != null);
        assertThat(seen.subList(before, seen.size()))
                .map(line -> line.method() + " " + line.target())
                .containsExactlyInAnyOrderElementsOf(scene.recorder().actions().stream()
                        .map(action ->
                                action.entry().command() + " " + action.entry().path())
                        .toList());
    }

    @Test
    @Tag("S001-R15")
    void whatWasApprovedIsThereLetterByLetter() {
        GeneratedBody bodies = new GeneratedBody(new SplittableRandom(SEED));
        for (int first = 1; first <= BODIES; first += AT_ONCE) {
            int last = Math.min(BODIES, first + AT_ONCE - 1);
            List<PublishableItem> items = IntStream.rangeClosed(first, last)
                    .mapToObj(n ->
                            Scene.item(String.format("261126-body%06d", n), "เนื้อหา " + n, bodies.next(), List.of()))
                    .toList();
            // The first ones by themselves, all others in batches.
            List<Receipt> live = first == 1
                    ? items.stream().map(item -> scene.publish(item, 1)).toList()
                    : Scene.done(scene.publishAll(items, 1));
            for (int n = 0; n < items.size(); n++) {
                String hex = real.sql("select hex(post_content) from wp_posts where ID = "
                        + live.get(n).remoteId());
                assertThat(new String(HexFormat.of().parseHex(hex), StandardCharsets.UTF_8))
                        .as("seed %d, body %d", SEED, first + n)
                        .contains(Escaped.brackets(items.get(n).bodyHtml()));
            }
        }
    }
}
