package dev.prakat.staticsite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.spi.TakeDownKind;
import dev.prakat.testkit.SampleItems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site that grew change by change is byte for byte the one that is rendered whole from the same items. */
final class RebuildTest {

    private static final int SEEDS = Integer.getInteger("prakat.siteSeeds", 1);
    private static final int CHANGES = Integer.getInteger("prakat.siteChanges", 600);

    @TempDir(factory = MemoryFolder.class)
    Path folder;

    @Test
    @Tag("soak")
    void aGrownSiteEqualsACleanRebuild() throws IOException {
        long seed = Long.getLong("prakat.seed", 2569_1122L);
        long files = 0;
        for (int round = 0; round < SEEDS; round++) {
            Site grown = new Site(folder.resolve("grown" + round));
            grown.target = StaticSiteTarget.builder(grown.docroot, Site.BASE)
                    .httpProof(false)
                    .dataSets(Set.of("statistics"))
                    .build();
            RandomChanges changes = new RandomChanges(grown, seed + round, CHANGES);
            for (int i = 0; i < CHANGES; i++) {
                changes.next();
            }
            Site clean = cleanRebuild(grown, folder.resolve("clean" + round));
            SortedMap<String, String> tree = grown.tree();
            files += tree.size();

            assertThat(Tree.changes(tree, clean.tree()))
                    .as("seed " + (seed + round))
                    .isEmpty();
            assertThat(Tree.changes(Tree.of(grown.state), Tree.of(clean.state)))
                    .as("state, seed " + (seed + round))
                    .isEmpty();
            assertThat(grown.target.verify().findings()).isEmpty();
            RebuildReport again = grown.target.rebuild(grown.recorder);
            assertThat(again.written() + again.removed()).isZero();
            delete(folder.resolve("grown" + round));
            delete(folder.resolve("clean" + round));
        }
        System.out.println("rebuild: " + SEEDS + " seeds of " + CHANGES + " changes, " + files
                + " files, 0 differences, seed " + seed);
    }

    @Test
    void everyPartOfAMonthIsLinkedAndNoPageHasMoreThanItsShare() {
        Site site = new Site(folder.resolve("crowded"));
        for (int i = 0; i < SiteIndex.PAGE * 3; i++) {
            site.publish(SampleItems.item("261122-crowd" + String.format(java.util.Locale.ROOT, "%03d", i)), 1);
        }
        List<String> parts = site.tree().keySet().stream()
                .filter(p -> p.startsWith("c/news/2569/11/22-p") && p.endsWith(".html"))
                .toList();

        assertThat(parts).hasSizeGreaterThan(2);
        assertThat(site.tree().keySet())
                .as("what the parts took the place of")
                .doesNotContain("c/news/2569/11/feed.atom", "c/news/2569/11/16-31/index.html");
        assertThat(parts).allSatisfy(part -> {
            assertThat(site.text("c/news/2569/11/index.html")).contains(part);
            assertThat(site.text(part).split("<li data-prakat", -1)).hasSizeBetween(2, SiteIndex.PAGE + 1);
        });
        assertThat(parts.stream()
                        .mapToInt(p -> site.text(p).split("<li data-prakat", -1).length - 1)
                        .sum())
                .isEqualTo(SiteIndex.PAGE * 3);
    }

    @Test
    void repairMendsEverythingButAttachmentsAndWhatIsNotOurs() throws IOException {
        Site site = new Site(folder.resolve("repaired"));
        site.publish(SampleItems.item("261122-repair01"), 1);
        site.publish(SampleItems.item("261122-repair02"), 1);
        site.takeDown(SampleItems.item("261122-repair02"), TakeDownKind.GONE, 2, List.of());
        SortedMap<String, String> whole = site.tree();
        Files.writeString(site.docroot.resolve("index.html"), "changed");
        Files.delete(site.docroot.resolve("d/261122-repair02/.gone"));
        Files.delete(site.docroot.resolve("c/news/feed.atom"));
        Files.createSymbolicLink(site.docroot.resolve("c/news/feed.atom"), site.state.resolve("view.json"));
        Files.writeString(site.docroot.resolve("theirs.html"), "theirs");

        assertThat(site.target.repair(site.recorder).findings())
                .extracting(SiteReport.Finding::path)
                .containsExactly("theirs.html");
        Files.delete(site.docroot.resolve("theirs.html"));
        assertThat(site.tree()).isEqualTo(whole);
    }

    /** The same items, and the attachments, whose bytes are nowhere else; every page made anew. */
    private static Site cleanRebuild(Site grown, Path to) throws IOException {
        Site clean = new Site(to);
        copy(grown.state, clean.state);
        Path items = grown.docroot.resolve("d");
        try (Stream<Path> all = Files.list(items)) {
            for (Path item : all.toList()) {
                if (Files.isDirectory(item.resolve("f"))) {
                    copy(
                            item.resolve("f"),
                            clean.docroot
                                    .resolve("d")
                                    .resolve(item.getFileName())
                                    .resolve("f"));
                }
            }
        }
        clean.target.rebuild(clean.recorder);
        return clean;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    private static void delete(Path from) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
