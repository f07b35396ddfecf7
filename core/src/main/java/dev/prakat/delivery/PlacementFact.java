package dev.prakat.delivery;

import dev.prakat.category.CategoryId;
import dev.prakat.item.ItemId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A placement as far as reports count it. Immutable.
 *
 * @param id its key, {@code item@target}
 * @param item the item
 * @param target the website's name
 * @param category the approved category
 * @param ownerUnit the unit that owns the item
 * @param state what is known
 * @param opens when its period begins
 * @param closes when its period ends, or null for one without an end
 * @param deliveredAt when a revision was last made public, or null
 * @param removalDue since when it should not be public any more, or null when it may be
 * @param title the title that is public, or null where nothing is known to stand
 */
public record PlacementFact(
        String id,
        ItemId item,
        String target,
        CategoryId category,
        String ownerUnit,
        PlacementState state,
        Instant opens,
        @Nullable Instant closes,
        @Nullable Instant deliveredAt,
        @Nullable Instant removalDue,
        @Nullable String title) {

    /**
     * Whether it is public, as far as is known.
     *
     * @return true from its publication to the end of its take-down
     */
    public boolean isPublic() {
        return deliveredAt != null
                && switch (state) {
                    case LIVE, LIVE_PROVEN, REMOVING -> true;
                    case DELIVERING, FAILED, DEAD -> true;
                    case WAITING, REMOVED, REMOVAL_PROVEN -> false;
                };
    }
}
