package dev.prakat.delivery;

import dev.prakat.item.ItemId;
import java.time.Instant;

/**
 * What a sweep would do about one placement. Immutable.
 *
 * @param placement its key
 * @param item the item
 * @param target the website
 * @param decision what the website must show, for example {@code PUBLISH:2}, {@code TAKE_DOWN:GONE}, or {@code NONE} to wait
 * @param due since when
 */
public record DueAction(String placement, ItemId item, String target, String decision, Instant due) {}
