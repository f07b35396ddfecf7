package dev.prakat.item;

import dev.prakat.category.CategoryId;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.OfficerId;
import dev.prakat.window.PublishWindow;
import java.time.Instant;
import java.util.Map;
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
 * @param approvedCategory the category that was approved with it, or null; a newer draft may have another
 * @param order the order to take it down, or null
 * @param shortened by target the end that takes the place of a later approved one; empty when none was shortened
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
        @Nullable CategoryId approvedCategory,
        @Nullable TakeDownOrder order,
        Map<String, Instant> shortened,
        Instant createdAt) {

    public Item {
        shortened = Map.copyOf(shortened);
    }

    /**
     * The category under which the item is public: the approved one, else that of the draft.
     *
     * @return the category
     */
    public CategoryId publicCategory() {
        return approvedCategory == null ? category : approvedCategory;
    }

    /**
     * The same item as it would be in another category.
     *
     * @param other the category
     * @return the changed copy
     */
    public Item inCategory(CategoryId other) {
        return new Item(
                id,
                other,
                ownerUnit,
                author,
                state,
                current,
                approvedRevision,
                approvedAt,
                binding,
                approvedCategory,
                order,
                shortened,
                createdAt);
    }

    /**
     * A plan as it holds now: ended earlier where somebody shortened it.
     *
     * @param plan a plan of the approved revision
     * @return the plan with the earlier of the two ends
     */
    public PlacementPlan inForce(PlacementPlan plan) {
        Instant earlier = shortened.get(plan.target());
        Instant closes = plan.window().closes();
        return earlier == null || (closes != null && !earlier.isBefore(closes))
                ? plan
                : new PlacementPlan(
                        plan.target(),
                        PublishWindow.of(plan.window().opens(), earlier),
                        plan.kind(),
                        plan.redirectTo());
    }

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
