package dev.prakat.staticsite;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What machines read: Atom feeds (RFC 4287), their archives (RFC 5005), what was taken down in the 90 days before the feed's last
 * change (RFC 6721), and the sitemap.
 */
final class Feeds {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String TOMBSTONES = "http://purl.org/atompub/tombstones/1.0";
    private static final String HISTORY = "http://purl.org/syndication/history/1.0";
    private static final String SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final String MARKS = "urn:prakat:marker";
    private static final Duration REMEMBERED = Duration.ofDays(90);

    private final PageFrame frame;
    private final SiteIndex index;

    Feeds(PageFrame frame, SiteIndex index) {
        this.frame = frame;
        this.index = index;
    }

    /** The feed of the whole site. */
    byte[] site() {
        XmlWriter xml = begin(SitePath.FEED, SitePath.HOME, index.site().agencyName());
        return end(xml, index.newest(null), index.takenDown(null));
    }

    /** The feed of a category and everything below it; what it is too short for is in the archived ones. */
    byte[] category(SiteIndex.Category category) {
        String id = category.id();
        XmlWriter xml = begin(SitePath.feed(id), SitePath.category(id), title(category));
        SiteLists lists = index.lists();
        lists.years(id).stream()
                .flatMap(year -> lists.months(id, year).stream())
                .findFirst()
                .map(month -> lists.leaves(id, month))
                .ifPresent(leaves -> link(xml, "prev-archive", SitePath.archive(id, leaves.get(leaves.size() - 1))));
        return end(xml, index.newest(id), index.takenDown(id));
    }

    /** An archived feed: the items of a month or of a part of it (RFC 5005). */
    byte[] archive(SiteIndex.Category category, Leaf leaf, Optional<Leaf> before) {
        String id = category.id();
        String title = title(category) + " – " + leaf.label(frame.texts().language());
        XmlWriter xml = begin(SitePath.archive(id, leaf), SitePath.leaf(id, leaf), title);
        link(xml, "current", SitePath.feed(id));
        before.ifPresent(b -> link(xml, "prev-archive", SitePath.archive(id, b)));
        xml.open("fh:archive").close();
        return end(xml, index.of(id, leaf), List.of());
    }

    private String title(SiteIndex.Category category) {
        return category.label() + " – " + index.site().agencyName();
    }

    private XmlWriter begin(String path, String page, String title) {
        XmlWriter xml = new XmlWriter();
        xml.open(
                "feed",
                "xmlns",
                ATOM,
                "xmlns:at",
                TOMBSTONES,
                "xmlns:fh",
                HISTORY,
                "xml:lang",
                frame.texts().language().getLanguage());
        xml.element("title", title).element("id", address(path));
        link(xml, "self", path);
        xml.open("link", "rel", "alternate", "type", "text/html", "href", address(page))
                .close();
        return xml;
    }

    private void link(XmlWriter xml, String relation, String path) {
        xml.open("link", "rel", relation, "type", "application/atom+xml", "href", address(path))
                .close();
    }

    private byte[] end(XmlWriter xml, List<ItemState> entries, List<Listed> takenDown) {
        Instant latest = latest(entries, takenDown);
        xml.element("updated", latest.toString());
        xml.open("author").element("name", index.site().agencyName()).close();
        xml.element("generator", "Prakat", "version", PageFrame.SITE_MARK);
        entries.forEach(item -> entry(xml, item));
        takenDown.stream()
                .filter(item -> !item.at().isBefore(latest.minus(REMEMBERED)))
                .forEach(item -> xml.open(
                                "at:deleted-entry",
                                "ref",
                                address(SitePath.page(item.id())),
                                "when",
                                item.at().toString())
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

    /** The part of the sitemap that has the items of a month, or of a part of it. */
    byte[] sitemap(Leaf leaf) {
        XmlWriter xml = new XmlWriter();
        xml.open("urlset", "xmlns", SITEMAP).comment(PageFrame.SITE_MARK);
        for (ItemState item : index.of(SiteLists.SITE, leaf)) {
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
        SiteLists lists = index.lists();
        for (int year : lists.years(SiteLists.SITE)) {
            for (BuddhistMonth month : lists.months(SiteLists.SITE, year)) {
                for (Leaf leaf : lists.leaves(SiteLists.SITE, month)) {
                    xml.open("sitemap")
                            .element("loc", address(SitePath.sitemap(leaf)))
                            .close();
                }
            }
        }
        return xml.close().bytes();
    }

    /** Never "now": the same items give the same bytes, whenever the feed is written. */
    private static Instant latest(List<ItemState> entries, List<Listed> takenDown) {
        Instant latest = takenDown.isEmpty() ? Instant.EPOCH : takenDown.get(0).at();
        for (ItemState item : entries) {
            Instant changed = changed(item);
            latest = changed.isAfter(latest) ? changed : latest;
        }
        return latest;
    }

    private static Instant changed(ItemState item) {
        return Objects.requireNonNull(item.changedAt(), "an item that was shown has a date");
    }

    private String address(String path) {
        return frame.addressText(path);
    }
}
