package dev.prakat.approval;

import dev.prakat.category.CategoryId;
import dev.prakat.duty.Part;
import dev.prakat.item.ItemId;
import dev.prakat.procedure.RunChoices;
import dev.prakat.spi.OfficerId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What authority looks at when it is asked about an item's case. Immutable.
 *
 * @param item the item
 * @param category its category as it stands in the case
 * @param categoryPath the ids of the category and of those above it
 * @param ownerUnit the unit that owns the data
 * @param author who drafted it
 * @param submittedBy who submitted it
 * @param submitterUnit the unit of whoever submitted it
 * @param choices what was chosen on the way
 * @param played who already played which part
 */
record CaseFacts(
        ItemId item,
        CategoryId category,
        List<String> categoryPath,
        String ownerUnit,
        OfficerId author,
        OfficerId submittedBy,
        String submitterUnit,
        RunChoices choices,
        Map<Part, Set<String>> played) {}
