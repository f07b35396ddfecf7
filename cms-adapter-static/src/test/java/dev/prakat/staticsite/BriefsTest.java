package dev.prakat.staticsite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prakat.testkit.SampleItems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lists need of an item comes back whole, from memory and from a file. */
final class BriefsTest {

    @TempDir
    Path folder;

    @Test
    void anItemComesBackFromMemoryAndFromAFileAlike() throws IOException {
        List<ItemState> items = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            items.add(state(String.format(Locale.ROOT, "261122-brief%03d", i), i % 7 != 0));
        }
        // Room for about half of them.
        long room = Brief.of(items.get(1), items.get(1).path()).length() * 25L;
        Path files = folder.resolve("briefs");
        try (Briefs briefs = new Briefs(new RealDisk(), files, room)) {
            for (ItemState item : items) {
                briefs.add(List.of(Brief.of(item, item.path())));
            }
            assertThat(briefs.size()).isEqualTo(items.size());
            assertThat(files).isDirectory();
            for (ItemState item : items) {
                ItemState brief = briefs.apply(item.item());
                assertThat(brief.marker()).isEqualTo(item.marker());
                assertThat(brief.path()).isEqualTo(item.path());
                assertThat(brief.changedAt()).isEqualTo(item.changedAt());
                assertThat(Listed.of(brief)).isEqualTo(Listed.of(item));
                ItemState.Text text = item.text();
                assertThat(brief.text() == null).isEqualTo(text == null);
                if (text != null) {
                    assertThat(brief.text())
                            .extracting(
                                    ItemState.Text::title,
                                    ItemState.Text::summary,
                                    ItemState.Text::language,
                                    ItemState.Text::published)
                            .containsExactly(text.title(), text.summary(), text.language(), text.published());
                }
            }
            assertThatThrownBy(() -> briefs.apply("261122-nobody"))
                    .hasMessageContaining("state of item 261122-nobody: found none");
        }
        assertThat(Files.exists(files)).isFalse();
    }

    private static ItemState state(String id, boolean readable) {
        ItemState.Text text = ItemState.text(SampleItems.item(id), Locale.forLanguageTag("th"));
        ItemState shown =
                ItemState.shown(id, ItemState.steps(SampleItems.item(id).categoryPath()), text);
        return new ItemState(
                id,
                "placement",
                3,
                readable ? ItemState.Shown.PRESENT : ItemState.Shown.GONE,
                shown.path(),
                readable ? text : null,
                readable ? null : "2026-11-22T03:04:05.678Z",
                null,
                null,
                new TreeMap<>());
    }
}
