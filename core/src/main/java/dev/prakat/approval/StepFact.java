package dev.prakat.approval;

import dev.prakat.category.CategoryId;
import dev.prakat.item.ItemId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step of a case that was taken, or that is awaited, for whoever counts. Immutable.
 *
 * @param caseId the case's key
 * @param item the item
 * @param category the category as it stands in the case
 * @param ownerUnit the unit that owns the item
 * @param procedure the procedure's id
 * @param step the step's id
 * @param at when it was taken, or null as long as it is awaited
 * @param due until when it was or is to be taken, or null when its rule gives no time
 * @param soft whether the time of an awaited step is a norm, which is never broken; false for one that was taken
 */
public record StepFact(
        String caseId,
        ItemId item,
        CategoryId category,
        String ownerUnit,
        String procedure,
        String step,
        @Nullable Instant at,
        @Nullable Instant due,
        boolean soft) {

    /**
     * Whether it was taken late, or is awaited and late.
     *
     * @param now the instant of the look
     * @return true if it had a time that binds, and came or has not come by then
     */
    public boolean late(Instant now) {
        return due != null && !soft && (at == null ? now : at).isAfter(due);
    }
}
