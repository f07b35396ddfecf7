package dev.prakat.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.spi.Observation;
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
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
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
final class EveryVersionTest {

    private static final int BODIES = Integer.getInteger("prakat.wordpressBodies", 5);
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
        for (int n = 1; n <= BODIES; n++) {
            String body = bodies.next();
            PublishableItem item = Scene.item(String.format("261126-body%06d", n), "เนื้อหา " + n, body, List.of());
            String id = scene.publish(item, 1).remoteId();
            String hex = real.sql("select hex(post_content) from wp_posts where ID = " + id);
            assertThat(new String(HexFormat.of().parseHex(hex), StandardCharsets.UTF_8))
                    .as("seed %d, body %d", SEED, n)
                    .contains(Escaped.brackets(body));
        }
    }
}
