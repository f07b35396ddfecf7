package dev.prakat.delivery;

import java.util.List;

/**
 * The placements behind the numbers of {@link Health}, by key; something on a website that belongs to no placement by its address.
 * Immutable.
 *
 * @param overdue past their end and not proven gone; of very many the oldest
 * @param failing whose delivery is tried again
 * @param dead whose publication needs a person
 * @param drifted that differ from what was proven
 * @param stillPublic proven removed, and found public
 */
public record Troubles(
        List<String> overdue, List<String> failing, List<String> dead, List<String> drifted, List<String> stillPublic) {

    /** Copies the lists. */
    public Troubles {
        overdue = List.copyOf(overdue);
        failing = List.copyOf(failing);
        dead = List.copyOf(dead);
        drifted = List.copyOf(drifted);
        stillPublic = List.copyOf(stillPublic);
    }
}
