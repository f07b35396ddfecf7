package dev.prakat.approval;

import dev.prakat.item.ItemId;
import dev.prakat.problem.PrakatException;
import org.jspecify.annotations.Nullable;

/**
 * What became of one item among several that were to be renewed. Immutable; exactly one of the case and the problem is given.
 *
 * @param item the item
 * @param run the new case, or null
 * @param problem why there is none, or null
 */
public record Renewed(
        ItemId item, @Nullable ApprovalCase run, @Nullable PrakatException problem) {}
