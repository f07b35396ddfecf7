package dev.prakat.item;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of the items that a search finds, the newest first. Immutable.
 *
 * @param items the items of this page
 * @param next what to hand to {@link ItemSearch#after} for the page behind it, or null when there is none; items that are
 *     drafted meanwhile do not move it
 */
public record ItemPage(List<ItemSummary> items, @Nullable String next) {

    /** Copies the list. */
    public ItemPage {
        items = List.copyOf(items);
    }
}
