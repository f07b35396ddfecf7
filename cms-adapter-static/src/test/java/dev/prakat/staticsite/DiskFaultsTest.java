package dev.prakat.staticsite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prakat.spi.CategoryLabel;
import dev.prakat.spi.PublishableItem;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.spi.TargetUnavailable;
import dev.prakat.spi.TrafficEntry;
import dev.prakat.spi.TrafficOutcome;
import dev.prakat.testkit.SampleItems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever operation of the disk fails, the site is afterwards the old one or the new one, with nothing left over. */
final class DiskFaultsTest {

    private static final PublishableItem OLD = SampleItems.item("261122-fault01");
    private static final PublishableItem NEW =
            Site.in(SampleItems.item(OLD.id(), 2, "ฉบับแก้ไข"), List.of(new CategoryLabel("statistics", "สถิติ")));
    private static final PublishableItem FRESH = SampleItems.item("261122-fault03");
    private static final PublishableItem OTHER = SampleItems.item("261122-fault02");
    private static final String THEIRS = "d/" + OLD.id() + "/f/theirs.txt";

    /** Every so many operations one fails; 1 in the long trial. */
    private static final int STRIDE = Integer.getInteger("prakat.siteFaultStride", 19);

    @TempDir(factory = MemoryFolder.class)
    Path folder;

    private boolean linked;
    private int sites;
    private int faults;

    @Test
    @Tag("soak")
    void publishing() throws IOException {
        everyFault(site -> site.publish(FRESH, 1));
    }

    @Test
    @Tag("soak")
    void anUpdateThatMovesTheItem() throws IOException {
        everyFault(site -> site.publish(NEW, 2));
    }

    @Test
    @Tag("soak")
    void aTakeDownOfEachKind() throws IOException {
        for (TakeDownKind kind : TakeDownKind.values()) {
            everyFault(site -> site.takeDown(OLD, kind, 2, List.of()));
        }
    }

    @Test
    @Tag("soak")
    void rendering() throws IOException {
        everyFault(
                site -> {
                    String view = Tree.text(site.state.resolve("view.json"));
                    write(site.state.resolve("view.json"), view.replace("สำนักงานตัวอย่าง", "สำนักงานที่เปลี่ยนชื่อ"));
                },
                site -> site.target.rebuild(site.recorder));
    }

    /** Here readers see the old site or the new one even before anybody has mended anything. */
    @Test
    @Tag("soak")
    void renderingBesideADocrootThatIsALink() throws IOException {
        linked = true;
        everyFault(
                site -> {
                    String view = Tree.text(site.state.resolve("view.json"));
                    write(site.state.resolve("view.json"), view.replace("สำนักงานตัวอย่าง", "สำนักงานที่เปลี่ยนชื่อ"));
                    site.linkDocroot();
                },
                site -> site.target.rebuild(site.recorder));
    }

    private void everyFault(Consumer<Site> step) throws IOException {
        everyFault(site -> {}, step);
    }

    private void everyFault(Consumer<Site> before, Consumer<Site> step) throws IOException {
        FaultyDisk counting = new FaultyDisk(true);
        Site clean = prepared(counting, before);
        SortedMap<String, String> old = clean.tree();
        step.accept(clean);
        long operations = counting.operations();
        SortedMap<String, String> done = clean.tree();
        assertThat(operations).isGreaterThan(20);
        for (FaultyDisk.When when : FaultyDisk.When.values()) {
            for (long at = 1 + when.ordinal(); at <= operations; at += STRIDE) {
                faults++;
                FaultyDisk disk = new FaultyDisk(at % 2 == 0);
                Site site = prepared(disk, before);
                disk.failAt(at, when);
                assertThatThrownBy(() -> step.accept(site))
                        .as("fault %s operation %d", when, at)
                        .isInstanceOf(TargetUnavailable.class);
                assertThat(calledFailed(site))
                        .as("done, and called failed in the log: fault %s operation %d", when, at)
                        .isEmpty();
                if (linked) {
                    assertThat(Set.of(old, done))
                            .as("before recovery: fault %s operation %d", when, at)
                            .contains(site.tree());
                }
                reopen(site, new RealDisk());
                site.target.recover(site.recorder);
                assertThat(site.recorder.faults()).isEmpty();
                assertThat(site.recorder.actions())
                        .as("each intent has its outcome: fault %s operation %d", when, at)
                        .allMatch(action -> action.outcome() != null);

                SortedMap<String, String> now = site.tree();
                assertThat(Set.of(old, done))
                        .as("fault %s operation %d", when, at)
                        .contains(now);
                assertThat(site.text(THEIRS)).isEqualTo("theirs");
                assertThat(site.target.verify().findings())
                        .extracting(SiteReport.Finding::path)
                        .containsExactly(THEIRS);
                assertThat(Tree.of(site.state.resolve("stage"))).isEmpty();
                step.accept(site);
                assertThat(Tree.changes(done, site.tree())).isEmpty();
                assertThat(foldersBeside(site)).isEqualTo(foldersBeside(clean));
                delete(site.docroot.getParent());
            }
        }
        System.out.println("disk faults: " + faults + " faults in a change of " + operations + " operations");
    }

    /** A site with two items and a file of somebody else, on this disk. */
    private Site prepared(FaultyDisk disk, Consumer<Site> before) throws IOException {
        Site site = new Site(folder.resolve("site" + sites++));
        site.publish(OTHER, 1);
        site.publish(OLD, 1);
        write(site.docroot.resolve(THEIRS), "theirs");
        before.accept(site);
        reopen(site, disk);
        disk.failAt(Long.MAX_VALUE, FaultyDisk.When.BEFORE);
        return site;
    }

    /** Docroot, state folder, and what a docroot that is a link leads to; no copy that nobody shows. */
    private static long foldersBeside(Site site) throws IOException {
        try (Stream<Path> all = Files.list(site.docroot.getParent())) {
            return all.count();
        }
    }

    private static void delete(Path from) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** What the log says was not done although it stands there, or is gone. */
    private static List<String> calledFailed(Site site) {
        return site.recorder.actions().stream()
                .filter(action -> action.outcome() != null
                        && action.outcome().status() == TrafficOutcome.Status.FAILED
                        && !"not-begun".equals(action.outcome().code())
                        && isDone(site, action.entry()))
                .map(action -> action.entry().command() + " " + action.entry().path())
                .toList();
    }

    private static boolean isDone(Site site, TrafficEntry entry) {
        Path file = entry.path().equals(".") ? site.docroot : site.docroot.resolve(entry.path());
        if (entry.sha256() == null) {
            return !Files.exists(file, LinkOption.NOFOLLOW_LINKS);
        }
        try {
            if (Files.isSymbolicLink(file)) {
                String to = Files.readSymbolicLink(file).toString();
                return Hashes.of(to.getBytes(StandardCharsets.UTF_8)).equals(entry.sha256());
            }
            return Files.isRegularFile(file) && Hashes.of(file).equals(entry.sha256());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void reopen(Site site, Disk disk) {
        site.target = StaticSiteTarget.builder(site.docroot, Site.BASE)
                .httpProof(false)
                .disk(disk)
                .build();
    }
}
