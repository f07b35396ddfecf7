package dev.prakat.delivery;

import dev.prakat.category.CategoryTree;
import dev.prakat.journal.Journal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * When something of each category was last published, for one pass: asked once, when the first item is delivered, and kept up
 * with what the pass itself publishes. Thread-safe.
 */
final class Freshness {

    private final Journal journal;
    private final List<String> categories;
    private @Nullable Map<String, Instant> known;

    Freshness(Journal journal, CategoryTree categories) {
        this.journal = journal;
        this.categories =
                categories.all().stream().map(category -> category.id().value()).toList();
    }

    /** By the category's key; a category of which nothing was ever published is missing. */
    synchronized Map<String, Instant> known() {
        if (known == null) {
            known = journal.inUnitOfWork(manager -> {
                Map<String, Instant> found = new ConcurrentHashMap<>();
                for (String category : categories) {
                    Instant last = PlacementQueries.lastPublished(manager, category);
                    if (last != null) {
                        found.put(category, last);
                    }
                }
                return found;
            });
        }
        return known;
    }

    /** With what is about to be published counted in. */
    Map<String, Instant> with(String category, Instant at) {
        Map<String, Instant> next = new HashMap<>(known());
        next.put(category, at);
        return next;
    }

    /** Something of a category is public since. */
    void published(String category, Instant at) {
        known().put(category, at);
    }
}
