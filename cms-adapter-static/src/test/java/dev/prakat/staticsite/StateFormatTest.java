package dev.prakat.staticsite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prakat.spi.PublishableItem;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.spi.TargetFinding;
import dev.prakat.spi.TargetRefused;
import dev.prakat.testkit.SampleItems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A state folder of format 1, which had the hashes of all shared pages in one file and no shards: refused, and taken over. */
final class StateFormatTest {

    private static final PublishableItem ITEM = SampleItems.item("261122-format01");
    private static final PublishableItem OTHER = SampleItems.item("261122-format02");
    private static final String OF_THEN = "c/news/page-2.html";

    @TempDir
    Path folder;

    private Site site;

    @BeforeEach
    void aSiteOfFormat1() throws IOException {
        site = new Site(folder);
        site.publish(ITEM, 1);
        site.publish(OTHER, 1);
        Files.writeString(site.docroot.resolve(OF_THEN), "a page of a kind that is no more");
        SortedMap<String, String> shared = new TreeMap<>();
        for (String path : site.tree().keySet()) {
            if (!path.startsWith("d/")) {
                shared.put(path, Hashes.of(site.docroot.resolve(path)));
            }
        }
        Files.write(site.state.resolve("manifest.json"), StateFolder.json(shared));
        for (String shards : List.of("days", "lists")) {
            try (Stream<Path> files = Files.list(site.state.resolve(shards))) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.delete(site.state.resolve("categories.json"));
        Files.writeString(site.state.resolve("site.json"), "{\"format\":1,\"base\":\"" + Site.BASE + "\"}");
    }

    @Test
    void publishingIsRefusedAndSaysWhatToDo() {
        SortedMap<String, String> before = site.tree();

        assertThatThrownBy(() -> site.publish(ITEM, 2))
                .isInstanceOf(TargetRefused.class)
                .hasMessageContaining(site.state.toString())
                .hasMessageContaining("found format 1, expected 2")
                .hasMessageContaining("run site rebuild");
        assertThat(site.target.check())
                .filteredOn(f -> f.severity() == TargetFinding.Severity.ERROR)
                .extracting(TargetFinding::remedy)
                .containsExactly("run site rebuild");
        assertThat(site.tree()).isEqualTo(before);
    }

    @Test
    void anItemIsTakenDownAllTheSame() {
        site.takeDown(ITEM, TakeDownKind.GONE, 2, List.of());

        assertThat(site.tree()).containsKey(SitePath.gone(ITEM.id()));
        assertThat(site.tree().keySet()).noneMatch(p -> SitePath.isAttachment(ITEM.id(), p));
    }

    @Test
    void aRebuildTakesItOver() {
        site.takeDown(ITEM, TakeDownKind.GONE, 2, List.of());
        site.target.rebuild(site.recorder);

        assertThat(site.state.resolve("manifest.json")).doesNotExist();
        assertThat(site.tree()).doesNotContainKey(OF_THEN);
        assertThat(site.text("index.html")).contains(OTHER.title()).doesNotContain(ITEM.id());
        assertThat(site.target.verify().findings()).isEmpty();
        site.publish(ITEM, 3);
        assertThat(site.text("index.html")).contains(ITEM.id());
    }
}
