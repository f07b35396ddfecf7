package dev.prakat.item;

import dev.prakat.spi.OfficerId;
import java.time.Instant;

/**
 * An end that is earlier than the approved one. It needs no approval: less is public than was agreed to. Immutable.
 *
 * @param target the target's name
 * @param closes the first instant at which the item is public no more
 * @param reason why, for the journal
 * @param at when it was asked for
 * @param by who asked for it
 */
public record Shortening(String target, Instant closes, String reason, Instant at, OfficerId by) {}
