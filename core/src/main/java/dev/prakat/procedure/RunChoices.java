package dev.prakat.procedure;

import org.jspecify.annotations.Nullable;

/**
 * What was chosen on the way of a run. Immutable.
 *
 * @param unit the unit to which the item was assigned, or null
 * @param officer the officer to whom it was assigned, or null
 * @param category the category that a step gave it, or null while it has the one it was submitted with
 * @param frozen whether the category stands fast
 * @param held whether the last decision put it on hold
 */
public record RunChoices(
        @Nullable String unit,
        @Nullable String officer,
        @Nullable String category,
        boolean frozen,
        boolean held) {

    /** Nothing was chosen yet. */
    public static final RunChoices NONE = new RunChoices(null, null, null, false, false);

    RunChoices toUnit(@Nullable String assigned) {
        return new RunChoices(assigned, null, category, frozen, held);
    }

    RunChoices toOfficer(@Nullable String assigned) {
        return new RunChoices(unit, assigned, category, frozen, held);
    }

    RunChoices classified(@Nullable String id) {
        return new RunChoices(unit, officer, id, frozen, held);
    }

    RunChoices frozen(boolean now) {
        return new RunChoices(unit, officer, category, now, held);
    }

    RunChoices held(boolean now) {
        return new RunChoices(unit, officer, category, frozen, now);
    }
}
