package dev.prakat.item;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Where the newest revision of an item stands. Whether the public sees the item is another question, answered by its
 * placements: an item whose second revision is a draft still shows its first.
 */
public enum ItemState {
    /** Being written, or sent back. */
    DRAFT,
    /** Its procedure is running. */
    IN_APPROVAL,
    /** Every step that decides has agreed. */
    APPROVED,
    /** Closed for good. */
    ARCHIVED;

    private static final Map<ItemState, Set<ItemState>> NEXT = Map.of(
            DRAFT, EnumSet.of(DRAFT, IN_APPROVAL, ARCHIVED),
            IN_APPROVAL, EnumSet.of(APPROVED, DRAFT),
            APPROVED, EnumSet.of(DRAFT, IN_APPROVAL, ARCHIVED),
            ARCHIVED, EnumSet.noneOf(ItemState.class));

    /**
     * Whether an item may go from here to there.
     *
     * @param next the state after
     * @return whether the table has that arrow
     */
    public boolean mayBecome(ItemState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }
}
