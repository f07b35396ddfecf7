package dev.prakat.staticsite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which shared pages a change touches, and their new bytes: home, the heads, months and feeds of the item's categories, the
 * sitemap. Nothing here depends on how many other items there are, but for reading their states.
 */
final class SharedPages {

    private final PageFrame frame;
    private final SiteIndex index;
    private final Feeds feeds;
    private final ListPages lists;
    private final InfoPages info;

    SharedPages(PageFrame frame, SiteIndex index, Feeds feeds) {
        this.frame = frame;
        this.index = index;
        this.feeds = feeds;
        this.lists = new ListPages(frame, index);
        this.info = new InfoPages(frame, List.copyOf(index.categories()));
    }

    /** Prepares what the change of one item touches, from its state before and after. */
    void prepare(Batch batch, Collection<ItemState> versions) throws IOException {
        SortedSet<String> categories = new TreeSet<>();
        SortedSet<BuddhistMonth> months = new TreeSet<>();
        for (ItemState version : versions) {
            version.path().forEach(step -> categories.add(step.id()));
            ItemState.Text text = version.text();
            if (text != null) {
                months.add(BuddhistMonth.of(text.publishedAt()));
            }
        }
        prepare(batch, categories, months);
    }

    /** Prepares every shared page, and the removal of those that nothing is left for. */
    void prepareAll(Batch batch, Set<String> manifest) throws IOException {
        SortedSet<String> categories = new TreeSet<>();
        index.categories().forEach(c -> categories.add(c.id()));
        prepare(batch, categories, SiteIndex.months(index.listed()));
        for (String path : manifest) {
            if (!batch.wanted().containsKey(path) && !path.startsWith(Theme.FOLDER)) {
                batch.remove(path, null);
            }
        }
    }

    private void prepare(Batch batch, SortedSet<String> categories, SortedSet<BuddhistMonth> months)
            throws IOException {
        List<String> deepestFirst = categories.stream()
                .sorted(Comparator.comparing((String id) -> index.way(id).size())
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        List<String> empty = new ArrayList<>();
        for (String id : deepestFirst) {
            Optional<SiteIndex.Category> category = index.category(id);
            if (category.isPresent()) {
                empty.addAll(prepare(batch, category.get(), months));
            } else {
                // Its last item moved away, so nothing links to it any more.
                empty.add(SitePath.category(id));
                empty.add(SitePath.feed(id));
                months.forEach(m -> empty.add(SitePath.month(id, m)));
            }
        }
        for (BuddhistMonth month : months) {
            List<ItemState> items = index.listed().stream()
                    .filter(i -> SiteIndex.isOf(i, month))
                    .toList();
            if (items.isEmpty()) {
                empty.add(SitePath.sitemap(month));
            } else {
                batch.write(SitePath.sitemap(month), null, feeds.sitemap(items));
            }
        }
        batch.write(SitePath.HOME, null, lists.home());
        batch.write(SitePath.FEED, null, feeds.site());
        batch.write(SitePath.SITEMAP, null, feeds.sitemapIndex());
        batch.write(SitePath.CATEGORIES, null, info.categories());
        batch.write(SitePath.TRANSPARENCY, null, info.transparency());
        batch.write(SitePath.ACCESSIBILITY, null, info.accessibility());
        batch.write(SitePath.NOT_FOUND, null, info.notFound());
        batch.write(SitePath.GONE, null, info.gone());
        batch.write(SitePath.ROBOTS, null, robots());
        empty.forEach(path -> batch.remove(path, null));
    }

    /** Prepares the pages of a category, and tells which of its months have nothing left. */
    private List<String> prepare(Batch batch, SiteIndex.Category category, SortedSet<BuddhistMonth> months)
            throws IOException {
        List<String> empty = new ArrayList<>();
        List<ItemState> listed = index.listed(category.id());
        for (BuddhistMonth month : months) {
            List<ItemState> items =
                    listed.stream().filter(i -> SiteIndex.isOf(i, month)).toList();
            String path = SitePath.month(category.id(), month);
            if (items.isEmpty()) {
                empty.add(path);
            } else {
                batch.write(path, null, lists.month(category, month, items));
            }
        }
        batch.write(SitePath.category(category.id()), null, lists.category(category));
        batch.write(SitePath.feed(category.id()), null, feeds.category(category));
        return empty;
    }

    private byte[] robots() {
        String text = "User-agent: *\nAllow: /\n\nSitemap: " + frame.address(SitePath.SITEMAP) + "\n";
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
