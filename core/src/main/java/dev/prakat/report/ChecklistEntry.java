package dev.prakat.report;

import dev.prakat.category.CategoryId;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a website must show by some list. Immutable. Source: S003-R19
 *
 * @param id its key within the list, for example {@code T01-4} or {@code OIA-9-3}
 * @param labelTh what the list says, in Thai
 * @param labelEn in English; the Thai label where there is no other
 * @param need whether it must be there
 * @param category the category of the policy in which it is looked for, or null for any
 * @param whole whether any item of that category shows it; false for one of several things that the category must show
 * @param confidence how sure it is that the list says so: {@code high}, {@code medium} or {@code low}
 * @param source where it stands
 */
public record ChecklistEntry(
        String id,
        String labelTh,
        String labelEn,
        Need need,
        @Nullable CategoryId category,
        boolean whole,
        String confidence,
        String source) {

    /** Whether an entry must be there. */
    public enum Need {
        /** It must, and nobody can say that it does not apply. */
        YES,
        /** It must if the agency has it at all; that it is not there is no gap. */
        IF_ANY,
        /** The list does not say; it is a gap unless an officer says with a reason why it does not apply. */
        UNSAID
    }
}
