package dev.prakat.delivery;

import dev.prakat.delivery.PlacementQueries.LastPublished;
import dev.prakat.item.ItemId;
import dev.prakat.item.ItemLifecycle;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * When something of a category was last published, and by which unit. Immutable.
 *
 * @param at the moment of the delivery
 * @param unit the code of the unit that owns the item
 */
record Freshness(Instant at, String unit) {

    /** For every category of which anything was ever published, by the category's key. */
    static Map<String, Freshness> all(EntityManager manager, ItemLifecycle items) {
        List<LastPublished> newest = PlacementQueries.lastPublished(manager);
        Map<ItemId, String> units = items.ownerUnits(
                manager, newest.stream().map(LastPublished::item).toList());
        Map<String, Freshness> all = new HashMap<>();
        for (LastPublished last : newest) {
            all.put(last.category(), new Freshness(last.at(), units.getOrDefault(last.item(), "")));
        }
        return all;
    }

    /** The later of two; an arrow that does not depend on their order. */
    Freshness orLater(Freshness other) {
        return other.at.isAfter(at) ? other : this;
    }
}
