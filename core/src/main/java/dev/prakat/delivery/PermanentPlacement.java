package dev.prakat.delivery;

import dev.prakat.category.CategoryId;
import dev.prakat.item.ItemId;
import java.time.LocalDate;

/**
 * What is public without an end, and when it is to be looked at again. Immutable. Source: S001-R26, AMB-09
 *
 * @param placement the placement's key
 * @param item the item
 * @param target the website's name
 * @param category the approved category
 * @param ownerUnit the unit that owns the item
 * @param title the approved title
 * @param reviewOn the day on which it is to be looked at again
 */
public record PermanentPlacement(
        String placement,
        ItemId item,
        String target,
        CategoryId category,
        String ownerUnit,
        String title,
        LocalDate reviewOn) {}
