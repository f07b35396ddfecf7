package dev.prakat.staticsite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which shared pages a change touches, and their new bytes: home, the heads, months and feeds of the item's categories, the
 * sitemap, search, the catalogue. Nothing here depends on how many other items there are.
 */
final class SharedPages {

    /** Of how many of the latest years a category's page names the months itself. */
    private static final int RECENT = 2;

    /** From how many parts on several threads render them. */
    private static final int MANY = 16;

    private final PageFrame frame;
    private final SiteIndex index;
    private final SiteLists known;
    private final Feeds feeds;
    private final ListPages lists;
    private final InfoPages info;
    private final SearchShards search;
    private final Catalogue catalogue;

    SharedPages(PageFrame frame, SiteIndex index, SearchShards.Bodies bodies, Catalogue catalogue) {
        this.frame = frame;
        this.index = index;
        this.known = index.lists();
        this.feeds = new Feeds(frame, index);
        this.lists = new ListPages(frame, index);
        this.info = new InfoPages(frame, List.copyOf(index.categories()));
        this.search = new SearchShards(index, bodies);
        this.catalogue = catalogue;
    }

    /**
     * Prepares what a change touches.
     *
     * @param item the item that changes, or null for all items of the touched days
     * @param thorough whether to prepare all pages of the touched months, because it is not certain what stands there
     */
    void prepare(Batch batch, Plan.Touched touched, @Nullable String item, boolean thorough) throws IOException {
        List<BuddhistDay> days = touched.days().stream().map(BuddhistDay::parse).toList();
        SortedSet<BuddhistMonth> months = new TreeSet<>();
        days.forEach(day -> months.add(day.month()));
        Predicate<Leaf> has = leaf -> days.stream()
                .anyMatch(d -> d.month().equals(leaf.month())
                        && (item == null ? leaf.from() <= d.day() && d.day() <= leaf.to() : leaf.has(d.day(), item)));
        List<String> deepestFirst = touched.categories().stream()
                .sorted(Comparator.comparing((String id) -> index.way(id).size())
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        List<String> empty = new ArrayList<>();
        for (String id : deepestFirst) {
            Optional<SiteIndex.Category> category = index.category(id);
            Shelf shelf = Shelf.of(known, id, months, has, SiteIndex.PAGE, thorough);
            if (category.isPresent()) {
                prepare(batch, category.get(), shelf, empty, thorough);
            } else {
                // Its last item moved away, so nothing links to it any more.
                empty.addAll(known.pages(id, 0).keySet());
                months.forEach(m -> empty.addAll(known.pages(id, m.year()).keySet()));
            }
        }
        Shelf mapped = Shelf.of(known, SiteLists.SITE, months, has, SiteIndex.MAPPED, thorough);
        sitemap(batch, mapped, empty, thorough);
        catalogue.prepare(batch, mapped, empty, thorough);
        search.prepare(batch, mapped, leaf -> thorough || has.test(leaf), item, empty);
        batch.write(frame.searchScript().path(), null, frame.searchScript().bytes());
        batch.write(SitePath.SEARCH, null, info.search());
        batch.write(SitePath.HOME, null, lists.home());
        batch.write(SitePath.FEED, null, feeds.site());
        batch.write(SitePath.CATEGORIES, null, info.categories());
        batch.write(SitePath.TRANSPARENCY, null, info.transparency());
        batch.write(SitePath.ACCESSIBILITY, null, info.accessibility());
        batch.write(SitePath.NOT_FOUND, null, info.notFound());
        batch.write(SitePath.GONE, null, info.gone());
        batch.write(SitePath.ROBOTS, null, robots());
        for (String path : empty) {
            batch.remove(path, null);
        }
    }

    /** The pages of a category, what is referred to before what refers to it. */
    private void prepare(Batch batch, SiteIndex.Category category, Shelf shelf, List<String> empty, boolean thorough)
            throws IOException {
        String id = category.id();
        each(shelf.render(), leaf -> batch.write(SitePath.leaf(id, leaf), null, lists.leaf(category, leaf)));
        each(
                shelf.chained().keySet(),
                leaf -> batch.write(
                        SitePath.archive(id, leaf), null, feeds.archive(category, leaf, shelf.before(leaf))));
        SortedSet<Integer> years = new TreeSet<>();
        for (BuddhistMonth month : shelf.months()) {
            List<Leaf> leaves = known.leaves(id, month);
            years.add(month.year());
            if (leaves.isEmpty()) {
                empty.add(SitePath.month(id, month));
            } else if (!leaves.get(0).isWhole()) {
                batch.write(SitePath.month(id, month), null, lists.month(category, month, leaves));
            }
        }
        for (Leaf leaf : shelf.removed()) {
            empty.add(SitePath.archive(id, leaf));
            if (!leaf.isWhole()) {
                empty.add(SitePath.leaf(id, leaf));
            }
        }
        years(batch, category, thorough ? new TreeSet<>(known.years(id)) : years, empty);
        batch.write(SitePath.category(id), null, lists.category(category));
        batch.write(SitePath.feed(id), null, feeds.category(category));
    }

    /** The pages of the years whose months the category's page does not name itself. */
    private void years(Batch batch, SiteIndex.Category category, SortedSet<Integer> touched, List<String> empty)
            throws IOException {
        List<Integer> all = known.years(category.id());
        for (int year : older(all)) {
            String path = SitePath.year(category.id(), year);
            if (touched.contains(year) || known.page(path).isEmpty()) {
                batch.write(path, null, lists.year(category, year));
            }
        }
        SortedSet<Integer> without = new TreeSet<>(touched);
        without.addAll(recent(all));
        without.removeAll(older(all));
        without.forEach(year -> empty.add(SitePath.year(category.id(), year)));
    }

    static List<Integer> recent(List<Integer> years) {
        return years.subList(0, Math.min(RECENT, years.size()));
    }

    static List<Integer> older(List<Integer> years) {
        return years.subList(Math.min(RECENT, years.size()), years.size());
    }

    private void sitemap(Batch batch, Shelf shelf, Collection<String> empty, boolean thorough) throws IOException {
        boolean reshaped =
                !shelf.removed().isEmpty() || known.page(SitePath.SITEMAP).isEmpty() || !batch.stands(SitePath.SITEMAP);
        for (Leaf leaf : shelf.render()) {
            reshaped |= known.page(SitePath.sitemap(leaf)).isEmpty();
        }
        each(shelf.render(), leaf -> batch.write(SitePath.sitemap(leaf), null, feeds.sitemap(leaf)));
        if (reshaped) {
            batch.write(SitePath.SITEMAP, null, feeds.sitemapIndex());
        }
        shelf.removed().forEach(leaf -> empty.add(SitePath.sitemap(leaf)));
    }

    /** What is done for a part of a month. */
    interface Work {
        void on(Leaf leaf) throws IOException;
    }

    /** A change touches few parts; a rebuild all of them, and then every core helps. */
    static void each(Collection<Leaf> leaves, Work work) throws IOException {
        if (leaves.size() < MANY) {
            for (Leaf leaf : leaves) {
                work.on(leaf);
            }
            return;
        }
        SideBySide.all(leaves, leaf -> {
            work.on(leaf);
            return leaf;
        });
    }

    private byte[] robots() {
        String text = "User-agent: *\nAllow: /\n\nSitemap: " + frame.address(SitePath.SITEMAP) + "\n";
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
