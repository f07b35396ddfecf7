package dev.prakat.staticsite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.spi.CategoryLabel;
import dev.prakat.spi.PublishableItem;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.testkit.SampleItems;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one change costs has a bound, however the items lie. */
final class PublishCostTest {

    private static final int FILES = 40;
    private static final int FORCES = 80;

    /** The log is forced once before the first file and once after the last. */
    private static final int FORCES_OF_THE_LOG = 2;

    private static final List<CategoryLabel> DEEP = List.of(
            new CategoryLabel("news", "ข่าวและประกาศ"),
            new CategoryLabel("news-general", "ประกาศทั่วไป"),
            new CategoryLabel("news-deep", "ประกาศเฉพาะเรื่อง"));

    /** A text that search keeps in a file of its own. */
    private static final String LONG = "<p>" + "ประกาศ ".repeat(SearchShards.LONG / 6) + "</p>";

    @TempDir(factory = MemoryFolder.class)
    Path folder;

    @Test
    void aChangeHasABoundOfFilesAndForces() {
        bounded(Set.of(), FORCES);
    }

    /** A part of the catalogue, the whole where a part comes or goes, and the folder of the parts. */
    @Test
    void whereAllItemsAreDataSetsAFewForcesMore() {
        bounded(Set.of("news"), FORCES + 4);
    }

    private void bounded(Set<String> dataSets, int forces) {
        Site site = new Site(folder);
        CountingDisk disk = new CountingDisk();
        site.target = StaticSiteTarget.builder(site.docroot, Site.BASE)
                .httpProof(false)
                .dataSets(dataSets)
                .disk(disk)
                .build();
        int mostFiles = 0;
        int mostForces = 0;
        long mostOfTheLog = 0;
        // Two items in three on one day, so that its pages have to be parted again and again.
        for (int i = 0; i < 150; i++) {
            PublishableItem item = Site.in(SampleItems.item(String.format(Locale.ROOT, "261122-cost%04d", i)), DEEP);
            Duration age = i % 3 == 0 ? Duration.ofDays(i % 90) : Duration.ofMinutes(i);
            PublishableItem dated =
                    Site.published(i % 5 == 0 ? Site.body(item, LONG) : item, SampleItems.NOW.minus(age));
            site.recorder.clear();
            disk.clear();
            site.publish(dated, 1);
            mostFiles = Math.max(mostFiles, site.recorder.actions().size());
            mostForces = Math.max(mostForces, disk.forces());
            mostOfTheLog = Math.max(mostOfTheLog, site.recorder.waits());
            if (i % 10 == 9) {
                site.recorder.clear();
                disk.clear();
                site.takeDown(dated, TakeDownKind.GONE, 2, List.of());
                mostFiles = Math.max(mostFiles, site.recorder.actions().size());
                mostForces = Math.max(mostForces, disk.forces());
                mostOfTheLog = Math.max(mostOfTheLog, site.recorder.waits());
            }
        }

        System.out.println("publish-one, three categories deep, data sets " + dataSets + ": at most " + mostFiles
                + " files, " + mostForces + " forced, and the log " + mostOfTheLog + " times");
        assertThat(mostFiles).isBetween(10, FILES);
        assertThat(mostForces).isBetween(10, forces);
        assertThat(mostOfTheLog).isEqualTo(FORCES_OF_THE_LOG);
    }
}
