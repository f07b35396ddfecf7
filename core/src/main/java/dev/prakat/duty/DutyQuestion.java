package dev.prakat.duty;

import dev.prakat.category.CategoryId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * May this one act in this duty for this category? Immutable.
 *
 * @param category the category
 * @param duty the duty's id, for example {@code PUBLISH}
 * @param actor who wants to act
 * @param dataOwner the code of the unit that owns the item's data, or null when nobody has named it
 * @param on the day for which it is asked, in Asia/Bangkok; null for the newest assignment
 */
public record DutyQuestion(
        CategoryId category,
        String duty,
        DutyActor actor,
        @Nullable String dataOwner,
        @Nullable LocalDate on) {

    /**
     * A question about the newest assignment.
     *
     * @param category the category
     * @param duty the duty's id
     * @param actor who wants to act
     * @return the question
     */
    public static DutyQuestion of(CategoryId category, String duty, DutyActor actor) {
        return new DutyQuestion(category, duty, actor, null, null);
    }

    /**
     * The same question for an item.
     *
     * @param unit the unit that owns the item's data
     * @return the question
     */
    public DutyQuestion ownedBy(@Nullable String unit) {
        return new DutyQuestion(category, duty, actor, unit, on);
    }

    /**
     * The same question for a day.
     *
     * @param day the day in Asia/Bangkok
     * @return the question
     */
    public DutyQuestion onDay(LocalDate day) {
        return new DutyQuestion(category, duty, actor, dataOwner, day);
    }
}
