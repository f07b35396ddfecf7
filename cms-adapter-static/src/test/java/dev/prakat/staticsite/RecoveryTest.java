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
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that dies between two file operations leaves nothing that the next try does not mend. */
@Tag("soak")
final class RecoveryTest {

    /** Every so many calls of the log are tried; 1 in the long trial. */
    private static final int STRIDE = Integer.getInteger("prakat.siteCallStride", 3);

    private static final PublishableItem OLD = SampleItems.item("261122-recover01");
    private static final PublishableItem NEW = SampleItems.item(OLD.id(), 2, "ฉบับแก้ไข");
    private static final PublishableItem OTHER = SampleItems.item("261122-recover02");

    @TempDir(factory = MemoryFolder.class)
    Path folder;

    @Test
    void publishingHeals() {
        everyCrashHeals(site -> {}, site -> site.publish(OLD, 1));
    }

    @Test
    void replacingHeals() {
        everyCrashHeals(site -> site.publish(OLD, 1), site -> site.publish(NEW, 2));
    }

    @Test
    void movingToAnotherCategoryHeals() {
        PublishableItem moved = Site.in(NEW, List.of(new dev.prakat.spi.CategoryLabel("statistics", "สถิติ")));
        everyCrashHeals(site -> site.publish(OLD, 1), site -> site.publish(moved, 2));
    }

    @Test
    void takingDownHeals() {
        for (TakeDownKind kind : StaticSiteTarget.KINDS) {
            everyCrashHeals(site -> site.publish(OLD, 1), site -> site.takeDown(OLD, kind, 2, List.of()));
        }
    }

    @Test
    void publishingAgainAfterATakeDownHeals() {
        Consumer<Site> before = site -> {
            site.publish(OLD, 1);
            site.takeDown(OLD, TakeDownKind.GONE, 2, List.of());
        };
        everyCrashHeals(before, site -> site.publish(NEW, 3));
    }

    @Test
    void aTakeDownThatHasBegunIsOutOfTheListsWhoeverComesNext() {
        Site site = new Site(folder.resolve("begun"));
        site.publish(OLD, 1);
        StoppingDisk disk = site.onAStoppingDisk();
        disk.stopAfter(1);
        assertThatThrownBy(() -> site.takeDown(OLD, TakeDownKind.GONE, 2, List.of()))
                .isInstanceOf(TargetUnavailable.class);
        disk.goOn();
        site.publish(OTHER, 1);

        assertThat(site.text("index.html")).contains(OTHER.title()).doesNotContain(OLD.title());
        assertThat(site.text("feed.atom")).doesNotContain(OLD.title());
    }

    /** Runs a step with a fault at its first call of the log, at its second, and so on, and tries again each time. */
    private void everyCrashHeals(Consumer<Site> before, Consumer<Site> step) {
        Site clean = new Site(folder.resolve("clean" + System.identityHashCode(step)));
        before.accept(clean);
        clean.recorder.failAt(Long.MAX_VALUE);
        step.accept(clean);
        long calls = clean.recorder.calls();
        SortedMap<String, String> expected = clean.tree();
        clean.publish(OTHER, 1);
        SortedMap<String, String> expectedWithOther = clean.tree();
        assertThat(calls).isGreaterThan(10);

        for (long call = 1; call <= calls; call += STRIDE) {
            Site site = crashed(before, step, call, "again");
            step.accept(site);
            assertThat(Tree.changes(expected, site.tree()))
                    .as("fault at call " + call)
                    .isEmpty();

            if (call % 5 == 1) {
                Site interleaved = crashed(before, step, call, "other");
                interleaved.publish(OTHER, 1);
                step.accept(interleaved);
                assertThat(Tree.changes(expectedWithOther, interleaved.tree()))
                        .as("fault at call " + call + ", then another item")
                        .isEmpty();
            }
        }
    }

    private Site crashed(Consumer<Site> before, Consumer<Site> step, long call, String name) {
        Site site = new Site(folder.resolve(name + call + "-" + System.identityHashCode(step)));
        before.accept(site);
        site.recorder.failAt(call);
        assertThatThrownBy(() -> step.accept(site)).isInstanceOf(TargetUnavailable.class);
        site.recorder.recover();
        return site;
    }
}
