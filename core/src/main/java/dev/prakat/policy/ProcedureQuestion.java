package dev.prakat.policy;

import dev.prakat.category.CategoryId;
import dev.prakat.duty.DutyActor;
import org.jspecify.annotations.Nullable;

/**
 * What is asked when an item's procedure is chosen. Immutable. Source: S001-R03.
 *
 * @param source where the content comes from, for example {@code INTERNAL}
 * @param category the item's category
 * @param actor who submits it
 * @param dataOwner the code of the unit that owns the data, or null when nobody has named it
 */
public record ProcedureQuestion(
        String source,
        CategoryId category,
        DutyActor actor,
        @Nullable String dataOwner) {}
