package dev.prakat.item;

import dev.prakat.spi.OfficerId;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.spi.TakeDownReason;
import java.time.Instant;

/**
 * An order to take an item down before its period ends. It holds for every placement. Immutable.
 *
 * @param kind what is left
 * @param reason why; never {@link TakeDownReason#EXPIRED}
 * @param note the reason in words, for the journal
 * @param at when it was ordered; it is due at once
 * @param by who ordered it
 */
public record TakeDownOrder(TakeDownKind kind, TakeDownReason reason, String note, Instant at, OfficerId by) {}
