package dev.prakat.spi;

import org.jspecify.annotations.Nullable;

/**
 * The finished text of the notice that stands in the place of an item. Immutable; plain text, to be escaped by the adapter.
 *
 * @param title the item's title; null when it must not be shown ({@link TakeDownKind#VANISH})
 * @param heading what happened, in a few words
 * @param text the explanation, one paragraph
 * @param period the period in which the item was public, printed with Buddhist-era dates, or null
 * @param contact the unit to ask
 */
public record Notice(
        @Nullable String title,
        String heading,
        String text,
        @Nullable String period,
        String contact) {}
