package dev.prakat.staticsite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.prakat.spi.PublishableItem;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.spi.TargetFinding;
import dev.prakat.spi.TargetRefused;
import dev.prakat.testkit.SampleItems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A state folder of an earlier version is refused, except for take-downs, and a rebuild takes it over. Format 1 had the hashes of all
 * shared pages in one file and no shards; format 2 knew nothing of search.
 */
final class StateFormatTest {

    private static final PublishableItem ITEM = SampleItems.item("261122-format01");
    private static final PublishableItem OTHER = SampleItems.item("261122-format02");
    private static final String OF_THEN = "c/news/page-2.html";
    private static final String SEARCH = "search";

    @TempDir
    Path folder;

    private Site site;

    @BeforeEach
    void aSite() {
        site = new Site(folder);
        site.publish(ITEM, 1);
        site.publish(OTHER, 1);
    }

    private void bringBack(int format) throws IOException {
        if (format == 1) {
            bringBackFormat1();
        } else {
            bringBackFormat2();
        }
        Files.writeString(
                site.state.resolve("site.json"), "{\"format\":" + format + ",\"base\":\"" + Site.BASE + "\"}");
    }

    private void bringBackFormat1() throws IOException {
        Files.writeString(site.docroot.resolve(OF_THEN), "a page of a kind that is no more");
        SortedMap<String, String> shared = new TreeMap<>();
        for (String path : site.tree().keySet()) {
            if (!path.startsWith("d/")) {
                shared.put(path, Hashes.of(site.docroot.resolve(path)));
            }
        }
        Files.write(site.state.resolve("manifest.json"), StateFolder.json(shared));
        for (Path shard : shards()) {
            Files.delete(shard);
        }
        Files.delete(site.state.resolve("categories.json"));
    }

    private void bringBackFormat2() throws IOException {
        ObjectMapper json = new ObjectMapper();
        for (Path shard : shards()) {
            JsonNode tree = json.readTree(Files.readAllBytes(shard));
            if (tree.get("pages") instanceof ObjectNode pages) {
                pages.retain(streamOf(pages.fieldNames())
                        .filter(path -> !path.startsWith(SEARCH))
                        .toList());
                Files.write(shard, json.writeValueAsBytes(tree));
            }
        }
        try (Stream<Path> files = Files.list(site.docroot.resolve(SEARCH))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    private static Stream<String> streamOf(Iterator<String> names) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(names, Spliterator.ORDERED), false);
    }

    private List<Path> shards() throws IOException {
        List<Path> shards = new ArrayList<>();
        for (String kind : List.of("days", "lists")) {
            try (Stream<Path> files = Files.list(site.state.resolve(kind))) {
                files.forEach(shards::add);
            }
        }
        return shards;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void publishingIsRefusedAndSaysWhatToDo(int format) throws IOException {
        bringBack(format);
        SortedMap<String, String> before = site.tree();

        assertThatThrownBy(() -> site.publish(ITEM, 2))
                .isInstanceOf(TargetRefused.class)
                .hasMessageContaining(site.state.toString())
                .hasMessageContaining("found format " + format + ", expected " + StateFolder.FORMAT)
                .hasMessageContaining("run site rebuild");
        assertThat(site.target.check())
                .filteredOn(f -> f.severity() == TargetFinding.Severity.ERROR)
                .extracting(TargetFinding::remedy)
                .containsExactly("run site rebuild");
        assertThat(site.tree()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void anItemIsTakenDownAllTheSame(int format) throws IOException {
        bringBack(format);
        site.takeDown(ITEM, TakeDownKind.GONE, 2, List.of());

        assertThat(site.tree()).containsKey(SitePath.gone(ITEM.id()));
        assertThat(site.tree().keySet()).noneMatch(p -> SitePath.isAttachment(ITEM.id(), p));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aRebuildTakesItOver(int format) throws IOException {
        bringBack(format);
        site.takeDown(ITEM, TakeDownKind.GONE, 2, List.of());
        site.target.rebuild(site.recorder);

        assertThat(site.state.resolve("manifest.json")).doesNotExist();
        assertThat(Tree.text(site.state.resolve("site.json"))).contains("\"format\":" + StateFolder.FORMAT);
        assertThat(site.tree()).doesNotContainKey(OF_THEN);
        assertThat(site.text("index.html")).contains(OTHER.title()).doesNotContain(ITEM.id());
        assertThat(site.tree()).containsKeys(SitePath.SEARCH, SitePath.SEARCH_INDEX);
        assertThat(searched(site.tree())).contains(OTHER.id()).doesNotContain(ITEM.id());
        assertThat(site.target.verify().findings()).isEmpty();
        site.publish(ITEM, 3);
        assertThat(site.text("index.html")).contains(ITEM.id());
        assertThat(searched(site.tree())).contains(ITEM.id());
    }

    private static String searched(SortedMap<String, String> tree) {
        StringBuilder all = new StringBuilder();
        tree.forEach((path, text) -> all.append(path.startsWith(SEARCH + "/") ? text : ""));
        return all.toString();
    }
}
