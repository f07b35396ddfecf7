package dev.prakat.report;

import dev.prakat.item.ItemId;
import dev.prakat.spi.OfficerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an officer said of an entry of a checklist. Immutable. Source: S003-R19
 *
 * @param list the list's key
 * @param entry the entry's key
 * @param item the item that shows it, or null where it does not apply
 * @param reason why it does not apply; empty where an item shows it
 * @param by who said so
 * @param at when
 */
public record ChecklistMark(
        String list, String entry, @Nullable ItemId item, String reason, OfficerId by, Instant at) {}
