package dev.prakat.delivery;

import dev.prakat.category.CategoryTree;
import dev.prakat.delivery.PlacementQueries.LastPublished;
import dev.prakat.item.ItemId;
import dev.prakat.item.ItemLifecycle;
import dev.prakat.journal.Journal;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * When something of each category was last published, and by which unit, for one pass: asked once, when the first item is delivered, and kept up
 * with what the pass itself publishes. Thread-safe.
 */
final class Freshness {

    private final Journal journal;
    private final ItemLifecycle items;
    private final List<String> categories;
    private @Nullable Map<String, Updated> known;

    Freshness(Journal journal, ItemLifecycle items, CategoryTree categories) {
        this.journal = journal;
        this.items = items;
        this.categories =
                categories.all().stream().map(category -> category.id().value()).toList();
    }

    /** By the category's key; a category of which nothing was ever published is missing. */
    synchronized Map<String, Updated> known() {
        if (known == null) {
            known = journal.inUnitOfWork(this::ask);
        }
        return known;
    }

    private Map<String, Updated> ask(EntityManager manager) {
        Map<String, LastPublished> newest = new HashMap<>();
        for (String category : categories) {
            LastPublished last = PlacementQueries.lastPublished(manager, category);
            if (last != null) {
                newest.put(category, last);
            }
        }
        Map<ItemId, String> units = items.ownerUnits(
                manager, newest.values().stream().map(LastPublished::item).toList());
        Map<String, Updated> found = new ConcurrentHashMap<>();
        newest.forEach((category, last) ->
                found.put(category, new Updated(last.at(), units.getOrDefault(last.item(), ""))));
        return found;
    }

    /** With what is about to be published counted in. */
    Map<String, Updated> with(String category, Updated updated) {
        Map<String, Updated> next = new HashMap<>(known());
        next.put(category, updated);
        return next;
    }

    /** Something of a category is public since. */
    void published(String category, Updated updated) {
        known().put(category, updated);
    }
}
