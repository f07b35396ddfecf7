package dev.prakat.delivery;

import dev.prakat.category.CategoryId;
import dev.prakat.item.ItemId;
import java.time.Instant;

/**
 * An item that is public now. Immutable.
 *
 * @param item the item
 * @param category the approved category
 * @param ownerUnit the unit that owns the item
 * @param title the title of the revision that is public
 * @param deliveredAt when it was last made public
 */
public record PublicItem(ItemId item, CategoryId category, String ownerUnit, String title, Instant deliveredAt) {}
