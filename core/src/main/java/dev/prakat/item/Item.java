package dev.prakat.item;

import dev.prakat.category.CategoryId;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.OfficerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An item as it stands. Immutable.
 *
 * @param id its key
 * @param category its category
 * @param ownerUnit the unit that owns the data: the author's when it was drafted
 * @param author who drafted it
 * @param state where the newest revision stands
 * @param current the newest revision
 * @param approvedRevision the revision that is approved, or null
 * @param approvedAt when it was approved, or null
 * @param binding what the approval binds to: a hash over the revision, the category and the plan, or null
 * @param order the order to take it down, or null
 * @param createdAt when it was drafted
 */
public record Item(
        ItemId id,
        CategoryId category,
        String ownerUnit,
        OfficerId author,
        ItemState state,
        Revision current,
        @Nullable Integer approvedRevision,
        @Nullable Instant approvedAt,
        @Nullable String binding,
        @Nullable TakeDownOrder order,
        Instant createdAt) {

    /** Something of it must be there to be agreed to. */
    void requireContent() {
        Erasure erasure = current.erasure();
        if (erasure != null) {
            throw new PrakatException(
                    ProblemCode.CONFLICT,
                    "item " + id + ": the content of revision " + current.number() + " was erased by order "
                            + erasure.order() + " of " + erasure.official() + ". Revise the item first.");
        }
    }
}
