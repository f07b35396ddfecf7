package dev.prakat.staticsite;

import dev.prakat.spi.SiteView;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What every list of the site is made from: the items, newest first, and the categories that have a page. */
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

    /** How many entries a page of a month or a part of it has at the most. */
    static final int PAGE = 50;

    /** How many entries a part of the sitemap has at the most. */
    static final int MAPPED = 200;

    /** How many of the latest take-downs a feed tells at the most. */
    static final int TOLD = 100;

    private final SiteView site;
    private final SiteLists lists;
    private final Function<String, ItemState> items;
    private final Map<String, Category> categories = new LinkedHashMap<>();

    /**
     * Creates it.
     *
     * @param items the state of an item by its key
     * @param named the categories that have a page, by key; their labels are for those that the site does not know
     */
    SiteIndex(SiteLists lists, Function<String, ItemState> items, SortedMap<String, Category> named, SiteView site) {
        this.site = site;
        this.lists = lists;
        this.items = items;
        Map<String, Category> unknown = new LinkedHashMap<>(named);
        for (SiteView.CategoryView view : site.categories()) {
            if (unknown.remove(view.id()) != null) {
                String updated =
                        view.lastUpdated() == null ? null : view.lastUpdated().text();
                categories.put(view.id(), new Category(view.id(), view.parent(), view.label(), updated));
            }
        }
        categories.putAll(unknown);
    }

    SiteView site() {
        return site;
    }

    SiteLists lists() {
        return lists;
    }

    /** The newest items of a category and of everything below it; of the whole site for null. */
    List<ItemState> newest(@Nullable String category) {
        return states(lists.newest(list(category), false, NEWEST));
    }

    /** The items of a part of a month, newest first. */
    List<ItemState> of(String list, Leaf leaf) {
        return states(lists.of(list, leaf));
    }

    private List<ItemState> states(List<Listed> listed) {
        List<ItemState> states = new ArrayList<>(listed.size());
        for (Listed one : listed) {
            states.add(items.apply(one.id()));
        }
        return states;
    }

    /** The latest take-downs of a category, latest first; of the whole site for null. */
    List<Listed> takenDown(@Nullable String category) {
        return lists.newest(list(category), true, TOLD);
    }

    private static String list(@Nullable String category) {
        return category == null ? SiteLists.SITE : category;
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
}
