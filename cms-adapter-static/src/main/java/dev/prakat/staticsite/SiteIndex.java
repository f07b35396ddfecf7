package dev.prakat.staticsite;

import dev.prakat.spi.SiteView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What every list of the site is made from: the items, newest first, and the categories that have a page. Immutable. */
final class SiteIndex {

    /**
     * A category that has a page.
     *
     * @param id its key
     * @param parent its parent, or null at the top
     * @param label its label
     * @param updated when it was last updated, printed, or null
     */
    record Category(
            String id,
            @Nullable String parent,
            String label,
            @Nullable String updated) {}

    /** How many entries a list of the newest has. */
    static final int NEWEST = 20;

    private static final Comparator<ItemState> NEWEST_FIRST =
            Comparator.comparing(SiteIndex::published).reversed().thenComparing(ItemState::item);

    private final SiteView site;
    private final List<ItemState> listed;
    private final List<ItemState> takenDown;
    private final Map<String, Category> categories = new LinkedHashMap<>();

    SiteIndex(Collection<ItemState> items, SiteView site) {
        this.site = site;
        this.listed =
                items.stream().filter(ItemState::listed).sorted(NEWEST_FIRST).toList();
        this.takenDown = items.stream()
                .filter(i -> i.takenDown() && i.changedAt() != null)
                .sorted(Comparator.comparing(SiteIndex::changed).reversed().thenComparing(ItemState::item))
                .toList();
        Map<String, Category> found = new LinkedHashMap<>();
        items.stream().sorted(Comparator.comparing(ItemState::item)).forEach(item -> collect(item, found));
        for (SiteView.CategoryView view : site.categories()) {
            if (found.remove(view.id()) != null) {
                String updated =
                        view.lastUpdated() == null ? null : view.lastUpdated().text();
                categories.put(view.id(), new Category(view.id(), view.parent(), view.label(), updated));
            }
        }
        categories.putAll(found);
    }

    private static void collect(ItemState item, Map<String, Category> found) {
        String parent = null;
        for (ItemState.Step step : item.path()) {
            found.putIfAbsent(step.id(), new Category(step.id(), parent, step.label(), null));
            parent = step.id();
        }
    }

    private static Instant published(ItemState item) {
        ItemState.Text text = item.text();
        return text == null ? Instant.EPOCH : text.publishedAt();
    }

    private static Instant changed(ItemState item) {
        Instant changed = item.changedAt();
        return changed == null ? Instant.EPOCH : changed;
    }

    SiteView site() {
        return site;
    }

    /** The items in lists, newest first. */
    List<ItemState> listed() {
        return listed;
    }

    /** The items in a category and in everything below it, newest first. */
    List<ItemState> listed(String category) {
        return listed.stream().filter(i -> isIn(i, category)).toList();
    }

    /** The items of a category that were taken down at an instant or after it, latest first; of the whole site for null. */
    List<ItemState> takenDown(@Nullable String category, Instant since) {
        return takenDown.stream()
                .filter(i -> category == null || isIn(i, category))
                .filter(i -> !changed(i).isBefore(since))
                .toList();
    }

    static boolean isIn(ItemState item, String category) {
        return item.path().stream().anyMatch(step -> step.id().equals(category));
    }

    /** The categories that have a page, parents before children as far as the site says so. */
    Collection<Category> categories() {
        return Collections.unmodifiableCollection(categories.values());
    }

    Optional<Category> category(String id) {
        return Optional.ofNullable(categories.get(id));
    }

    /** The categories right below another that have a page; the topmost ones for null. */
    List<Category> children(@Nullable String parent) {
        return categories.values().stream()
                .filter(c -> parent == null
                        ? c.parent() == null || !categories.containsKey(c.parent())
                        : parent.equals(c.parent()))
                .toList();
    }

    /** The way down to a category, itself last. */
    List<Category> way(String id) {
        List<Category> way = new ArrayList<>();
        Category step = categories.get(id);
        while (step != null && !way.contains(step)) {
            way.add(0, step);
            step = step.parent() == null ? null : categories.get(step.parent());
        }
        return way;
    }

    /** The months in which a list of items has one, latest first. */
    static SortedSet<BuddhistMonth> months(Collection<ItemState> items) {
        SortedSet<BuddhistMonth> months = new TreeSet<>(Comparator.reverseOrder());
        items.forEach(i -> months.add(BuddhistMonth.of(published(i))));
        return months;
    }

    static boolean isOf(ItemState item, BuddhistMonth month) {
        return BuddhistMonth.of(published(item)).equals(month);
    }
}
