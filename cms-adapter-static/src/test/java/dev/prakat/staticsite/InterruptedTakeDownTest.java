package dev.prakat.staticsite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prakat.spi.PublishableItem;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.spi.TargetUnavailable;
import dev.prakat.testkit.SampleItems;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An item whose publication was interrupted and that is to be taken down by now is not shown first. */
final class InterruptedTakeDownTest {

    private static final PublishableItem ITEM = SampleItems.item("261122-midway01");
    private static final PublishableItem OTHER = SampleItems.item("261122-midway02");

    @TempDir(factory = MemoryFolder.class)
    Path folder;

    @Test
    void whatWasInterruptedIsTakenDownWithoutBeingShown() {
        Site clean = new Site(folder.resolve("clean"));
        StoppingDisk counting = clean.onAStoppingDisk();
        clean.publish(OTHER, 1);
        counting.goOn();
        clean.publish(ITEM, 1);
        long changes = counting.changes();
        clean.takeDown(ITEM, TakeDownKind.GONE, 2, List.of());
        SortedMap<String, String> expected = clean.tree();

        assertThat(changes).isGreaterThan(10);
        // Before the first change nothing was done, and the publication would be dropped.
        for (long done = 1; done < changes; done += 2) {
            Site site = new Site(folder.resolve("site" + done));
            StoppingDisk disk = site.onAStoppingDisk();
            site.publish(OTHER, 1);
            disk.stopAfter(done);
            assertThatThrownBy(() -> site.publish(ITEM, 1)).isInstanceOf(TargetUnavailable.class);
            disk.goOn();
            site.recorder.clear();
            site.takeDown(ITEM, TakeDownKind.GONE, 2, List.of());

            assertThat(Tree.changes(expected, site.tree()))
                    .as("stopped after change " + done)
                    .isEmpty();
            assertThat(site.recorder.actions().stream()
                            .filter(a -> a.entry().sha256() != null)
                            .map(a -> a.entry().path())
                            .filter(path -> path.startsWith("d/")))
                    .as("stopped after change " + done)
                    .containsExactly("d/261122-midway01/.gone", "d/261122-midway01/index.html");
            assertThat(site.target.verify().findings()).isEmpty();
        }
    }
}
