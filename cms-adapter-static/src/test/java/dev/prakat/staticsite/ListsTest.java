package dev.prakat.staticsite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.spi.CategoryLabel;
import dev.prakat.spi.PublishableItem;
import dev.prakat.spi.Receipt;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.testkit.SampleItems;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which list names which item. */
final class ListsTest {

    @TempDir(factory = MemoryFolder.class)
    Path folder;

    private Site site;

    @BeforeEach
    void newSite() {
        site = new Site(folder);
    }

    @Test
    void headsNameTheTwentyNewestAndTheMonthNamesAll() {
        for (int i = 1; i <= 22; i++) {
            site.publish(old(i, Duration.ofMinutes(i)), 1);
        }

        for (String head : List.of("index.html", "c/news/index.html", "c/news-general/index.html", "feed.atom")) {
            assertThat(site.text(head)).as(head).contains(id(1), id(20)).doesNotContain(id(21), id(22));
        }
        assertThat(site.text("c/news-general/2569/11/index.html")).contains(id(1), id(22));
        assertThat(site.text("c/news/index.html"))
                .contains("href=\"../../c/news/2569/11/index.html\"", "พฤศจิกายน 2569");
    }

    @Test
    void whenANewerOneGoesAnOlderOneMovesUp() {
        for (int i = 1; i <= 21; i++) {
            site.publish(old(i, Duration.ofMinutes(i)), 1);
        }
        site.takeDown(old(1, Duration.ofMinutes(1)), TakeDownKind.GONE, 2, List.of());

        assertThat(site.text("index.html")).contains(id(21)).doesNotContain("/" + id(1) + "/");
    }

    @Test
    void aMonthThatNothingIsLeftOfIsRemoved() {
        PublishableItem item = old(1, Duration.ofDays(40));
        site.publish(item, 1);
        assertThat(site.docroot.resolve("c/news/2569/10/index.html")).exists();
        assertThat(site.docroot.resolve("sitemap/2569-10.xml")).exists();
        site.takeDown(item, TakeDownKind.GONE, 2, List.of());

        assertThat(site.docroot.resolve("c/news/2569")).doesNotExist();
        assertThat(site.docroot.resolve("sitemap/2569-10.xml")).doesNotExist();
        assertThat(site.text("c/news/index.html")).contains("ขณะนี้ไม่มีรายการ").doesNotContain("2569/10");
    }

    @Test
    void anItemThatMovesLeavesItsOldCategory() {
        PublishableItem item = SampleItems.item(id(1));
        site.publish(item, 1);
        site.publish(Site.in(item, List.of(new CategoryLabel("statistics", "สถิติ"))), 2);

        assertThat(site.docroot.resolve("c/news-general")).doesNotExist();
        assertThat(site.text("c/statistics/index.html")).contains(item.title());
        assertThat(site.text("index.html")).doesNotContain("news-general");
    }

    @Test
    void aCategoryKeepsWhatDidNotMove() {
        PublishableItem item = SampleItems.item(id(1));
        PublishableItem other = SampleItems.item(id(2));
        site.publish(item, 1);
        site.publish(other, 1);
        site.publish(Site.in(item, List.of(new CategoryLabel("statistics", "สถิติ"))), 2);

        for (String path :
                List.of("c/news-general/index.html", "c/news-general/feed.atom", "c/news/2569/11/index.html")) {
            assertThat(site.text(path)).as(path).contains(other.title()).doesNotContain(item.title());
        }
    }

    @Test
    void aVanishedTitleIsNowhereNotEvenInTheState() {
        PublishableItem item = SampleItems.item(id(1));
        Receipt live = site.publish(item, 1);
        site.takeDown(item, TakeDownKind.VANISH, 2, live.artefacts());

        assertThat(site.tree().toString()).doesNotContain(item.title(), item.summary(), "เอกสารแนบ ฉบับที่");
        assertThat(Tree.of(site.state).toString())
                .doesNotContain(item.title(), item.summary(), "เอกสารแนบ ฉบับที่", "รุ่นที่");
        assertThat(site.tree().values()).noneMatch(content -> content.contains(item.revisionHash()));
    }

    @Test
    void unchangedFilesAreNeitherWrittenNorRecorded() {
        site.publish(SampleItems.item(id(1)), 1);
        site.recorder.clear();
        Receipt again = site.publish(SampleItems.item(id(1)), 1);

        assertThat(site.recorder.actions()).isEmpty();
        assertThat(again.logRecords()).isEmpty();
        site.publish(SampleItems.item(id(2)), 1);
        assertThat(site.recorder.actions()).extracting(a -> a.entry().path()).doesNotContain("robots.txt", "404.html");
    }

    @Test
    void attachmentsNeverGetAnEndingThatABrowserRuns() {
        assertThat(MediaTypes.extension("application/pdf", "a.pdf")).isEqualTo("pdf");
        assertThat(MediaTypes.extension("text/html", "a.html")).isEqualTo("bin");
        assertThat(MediaTypes.extension("image/svg+xml", "a.svg")).isEqualTo("bin");
        assertThat(MediaTypes.extension("application/x-unknown", "ก.php")).isEqualTo("bin");
        assertThat(MediaTypes.extension("text/csv; charset=utf-8", "ก")).isEqualTo("csv");
    }

    private static PublishableItem old(int number, Duration age) {
        return Site.published(SampleItems.item(id(number)), SampleItems.NOW.minus(age));
    }

    private static String id(int number) {
        return String.format(Locale.ROOT, "261122-list%04d", number);
    }
}
