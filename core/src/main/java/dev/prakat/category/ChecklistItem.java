package dev.prakat.category;

/**
 * One thing that a category must show to be complete. Immutable. Source: S003-R19.
 *
 * @param id its key within the policy: the category's row and its own number, for example {@code T01-10.1}
 * @param label what the source prints
 */
public record ChecklistItem(String id, String label) {}
