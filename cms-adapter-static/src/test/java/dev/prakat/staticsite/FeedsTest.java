package dev.prakat.staticsite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.spi.PublishableItem;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.spi.TakeDownRequest;
import dev.prakat.testkit.SampleItems;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Feeds and sitemap, read back with a parser. */
final class FeedsTest {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String TOMBSTONES = "http://purl.org/atompub/tombstones/1.0";
    private static final PublishableItem ITEM = SampleItems.item("261122-feeds01", 1, "ประกาศ <b> & \"อื่น\" \u0001๑");
    private static final PublishableItem OTHER = SampleItems.item("261122-feeds02");

    @TempDir(factory = MemoryFolder.class)
    Path folder;

    @Test
    void aFeedNamesItsItemsWithAbsoluteAddresses() throws Exception {
        Site site = new Site(folder);
        site.publish(ITEM, 1);
        Document feed = parse(site.text("feed.atom"));

        Element entry = (Element) feed.getElementsByTagNameNS(ATOM, "entry").item(0);
        assertThat(text(entry, "title")).isEqualTo("ประกาศ <b> & \"อื่น\" ๑");
        assertThat(text(entry, "id")).isEqualTo("https://www.example.go.th/d/261122-feeds01/");
        assertThat(text(entry, "published")).isEqualTo("2026-11-22T02:00:00Z");
        assertThat(text(feed.getDocumentElement(), "updated")).isEqualTo("2026-11-22T02:00:00Z");
        assertThat(parse(site.text("c/news-general/feed.atom"))
                        .getElementsByTagNameNS(ATOM, "entry")
                        .getLength())
                .isEqualTo(1);
    }

    @Test
    void aFeedSaysForNinetyDaysWhatWasTakenDown() throws Exception {
        Site site = new Site(folder);
        site.publish(ITEM, 1);
        site.takeDown(ITEM, TakeDownKind.VANISH, 2, List.of());
        Element deleted = (Element) parse(site.text("feed.atom"))
                .getElementsByTagNameNS(TOMBSTONES, "deleted-entry")
                .item(0);
        assertThat(deleted.getAttribute("ref")).isEqualTo("https://www.example.go.th/d/261122-feeds01/");
        assertThat(deleted.getAttribute("when")).isEqualTo("2026-11-22T03:00:00Z");

        site.publish(OTHER, 1);
        TakeDownRequest r = SampleItems.takeDown(OTHER, TakeDownKind.GONE, 2, List.of(), site.recorder);
        site.target.takeDown(new TakeDownRequest(
                r.placement(),
                r.fence(),
                r.idempotencyKey(),
                r.item(),
                r.kind(),
                r.reason(),
                r.notice(),
                null,
                List.of(),
                r.site(),
                r.now().plus(Duration.ofDays(91)),
                site.recorder));
        assertThat(site.text("feed.atom")).contains("261122-feeds02").doesNotContain("261122-feeds01");
    }

    @Test
    void theSitemapNamesExactlyWhatIsPublic() throws Exception {
        Site site = new Site(folder);
        site.publish(ITEM, 1);
        site.publish(OTHER, 1);
        site.takeDown(OTHER, TakeDownKind.GONE, 2, List.of());

        assertThat(parse(site.text("sitemap.xml"))
                        .getElementsByTagName("loc")
                        .item(0)
                        .getTextContent())
                .isEqualTo("https://www.example.go.th/sitemap/2569-11.xml");
        assertThat(site.text("sitemap/2569-11.xml"))
                .contains("/d/261122-feeds01/")
                .doesNotContain("feeds02");
        assertThat(parse(site.text("sitemap/2569-11.xml"))
                        .getElementsByTagName("url")
                        .getLength())
                .isEqualTo(1);
    }

    private static String text(Element parent, String name) {
        return parent.getElementsByTagNameNS(ATOM, name).item(0).getTextContent();
    }

    private static Document parse(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }
}
