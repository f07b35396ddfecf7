package dev.prakat.delivery;

import java.time.Instant;

/**
 * When something of a category was last published, and by which unit. Immutable.
 *
 * @param at the moment of the delivery
 * @param unit the code of the unit that owns the item
 */
record Updated(Instant at, String unit) {

    /** The later of two; the first of two that are as late. */
    Updated orLater(Updated other) {
        return other.at.isAfter(at) ? other : this;
    }
}
