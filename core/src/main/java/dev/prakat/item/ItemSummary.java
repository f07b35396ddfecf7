package dev.prakat.item;

import dev.prakat.category.CategoryId;
import dev.prakat.spi.OfficerId;
import java.time.Instant;

/**
 * An item in a list: what is known of it without its text and files. Immutable.
 *
 * @param id its key
 * @param category its category
 * @param ownerUnit the unit that owns the data
 * @param author who drafted it
 * @param state where the newest revision stands
 * @param revision the newest revision's number
 * @param title the newest revision's title
 * @param source where the newest revision comes from
 * @param createdAt when the item was drafted
 */
public record ItemSummary(
        ItemId id,
        CategoryId category,
        String ownerUnit,
        OfficerId author,
        ItemState state,
        int revision,
        String title,
        String source,
        Instant createdAt) {}
