package dev.prakat.staff;

import java.util.List;
import java.util.Set;

/**
 * For what a delegation holds. Immutable. Source: AMB-08.
 *
 * @param categories ids of categories; whatever lies below one belongs to it; empty for all
 * @param units codes of units that own the data; empty for all
 */
public record RoleScope(Set<String> categories, Set<String> units) {

    /** Everything. */
    public static final RoleScope ALL = new RoleScope(Set.of(), Set.of());

    /** Copies the sets. */
    public RoleScope {
        categories = Set.copyOf(categories);
        units = Set.copyOf(units);
    }

    /**
     * Whether something lies within.
     *
     * @param categoryPath the ids of its category and of those above it, in any order
     * @param unit the code of the unit that owns it
     * @return true if both the categories and the units allow it
     */
    public boolean covers(List<String> categoryPath, String unit) {
        return (categories.isEmpty() || categoryPath.stream().anyMatch(categories::contains))
                && (units.isEmpty() || units.contains(unit));
    }
}
