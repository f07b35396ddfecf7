package dev.prakat.staticsite;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What machines read: Atom feeds (RFC 4287) that also say what was taken down in the last 90 days (RFC 6721), and the sitemap.
 */
final class Feeds {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String TOMBSTONES = "http://purl.org/atompub/tombstones/1.0";
    private static final String SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final String MARKS = "urn:prakat:marker";
    private static final Duration REMEMBERED = Duration.ofDays(90);

    private final PageFrame frame;
    private final SiteIndex index;
    private final Instant now;

    Feeds(PageFrame frame, SiteIndex index, Instant now) {
        this.frame = frame;
        this.index = index;
        this.now = now;
    }

    /** The feed of the whole site. */
    byte[] site() {
        return feed(SitePath.FEED, SitePath.HOME, index.site().agencyName(), null, index.listed());
    }

    /** The feed of a category and everything below it. */
    byte[] category(SiteIndex.Category category) {
        String title = category.label() + " – " + index.site().agencyName();
        return feed(
                SitePath.feed(category.id()),
                SitePath.category(category.id()),
                title,
                category.id(),
                index.listed(category.id()));
    }

    private byte[] feed(String path, String page, String title, @Nullable String category, List<ItemState> listed) {
        List<ItemState> entries = listed.subList(0, Math.min(SiteIndex.NEWEST, listed.size()));
        List<ItemState> deleted = index.takenDown(category, now.minus(REMEMBERED));
        XmlWriter xml = new XmlWriter();
        xml.open(
                "feed",
                "xmlns",
                ATOM,
                "xmlns:at",
                TOMBSTONES,
                "xml:lang",
                frame.texts().language().getLanguage());
        xml.element("title", title).element("id", address(path));
        xml.open("link", "rel", "self", "type", "application/atom+xml", "href", address(path))
                .close();
        xml.open("link", "rel", "alternate", "type", "text/html", "href", address(page))
                .close();
        xml.element("updated", latest(entries, deleted).toString());
        xml.open("author").element("name", index.site().agencyName()).close();
        xml.element("generator", "Prakat", "version", PageFrame.SITE_MARK);
        entries.forEach(item -> entry(xml, item));
        deleted.forEach(item -> xml.open(
                        "at:deleted-entry",
                        "ref",
                        address(SitePath.page(item.item())),
                        "when",
                        changed(item).toString())
                .close());
        return xml.close().bytes();
    }

    private void entry(XmlWriter xml, ItemState item) {
        ItemState.Text text = Objects.requireNonNull(item.text(), "a listed item has a text");
        String address = address(SitePath.page(item.item()));
        xml.open("entry", "xml:lang", text.language());
        xml.element("title", text.title()).element("id", address);
        xml.open("link", "rel", "alternate", "type", "text/html", "href", address)
                .close();
        xml.element("published", text.published().instant())
                .element("updated", changed(item).toString());
        xml.open("category", "scheme", MARKS, "term", item.marker().text()).close();
        item.path()
                .forEach(s ->
                        xml.open("category", "term", s.id(), "label", s.label()).close());
        if (!text.summary().isEmpty()) {
            xml.element("summary", text.summary());
        }
        xml.close();
    }

    /** The part of the sitemap that has the items of one month. */
    byte[] sitemap(List<ItemState> items) {
        XmlWriter xml = new XmlWriter();
        xml.open("urlset", "xmlns", SITEMAP).comment(PageFrame.SITE_MARK);
        for (ItemState item : items) {
            xml.open("url").comment(item.marker().text());
            xml.element("loc", address(SitePath.page(item.item())))
                    .element("lastmod", changed(item).toString());
            xml.close();
        }
        return xml.close().bytes();
    }

    /** The sitemap's index. */
    byte[] sitemapIndex() {
        XmlWriter xml = new XmlWriter();
        xml.open("sitemapindex", "xmlns", SITEMAP).comment(PageFrame.SITE_MARK);
        SiteIndex.months(index.listed())
                .forEach(m -> xml.open("sitemap")
                        .element("loc", address(SitePath.sitemap(m)))
                        .close());
        return xml.close().bytes();
    }

    /** Never "now": the same items give the same bytes, whenever the feed is written. */
    private static Instant latest(List<ItemState> entries, List<ItemState> deleted) {
        Instant latest = Instant.EPOCH;
        for (List<ItemState> items : List.of(entries, deleted)) {
            for (ItemState item : items) {
                latest = changed(item).isAfter(latest) ? changed(item) : latest;
            }
        }
        return latest;
    }

    private static Instant changed(ItemState item) {
        return Objects.requireNonNull(item.changedAt(), "an item that was shown has a date");
    }

    private String address(String path) {
        URI address = frame.address(path);
        return address.toString();
    }
}
