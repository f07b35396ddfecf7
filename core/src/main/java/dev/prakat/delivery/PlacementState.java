package dev.prakat.delivery;

import java.util.EnumSet;
import java.util.Set;

/** What is known of one item on one target. */
public enum PlacementState {
    /** Its window has not opened, or it was withdrawn before it did. */
    WAITING,
    /** A publication was begun and has not ended. */
    DELIVERING,
    /** The target says that it is public. */
    LIVE,
    /** It was seen at every public address. */
    LIVE_PROVEN,
    /** A take-down was begun and has not ended. */
    REMOVING,
    /** The target says that it is taken down. */
    REMOVED,
    /** The expected observation was made at every public address. */
    REMOVAL_PROVEN,
    /** The last try failed; it is tried again, a take-down for ever. */
    FAILED,
    /** A publication that is not tried again; a person must act. */
    DEAD;

    /** All but the proven removal: named one by one in a query, an index finds them in a grown table, which is nearly all proven removals. */
    static Set<PlacementState> unproven() {
        return EnumSet.complementOf(EnumSet.of(REMOVAL_PROVEN));
    }
}
