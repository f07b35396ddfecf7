package dev.prakat.category;

import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a policy asks of the content of one category beside who answers for it. Immutable. Source: S001-R04, S001-R05, S003-R19.
 *
 * @param printed whether the source prints the row; false for a row that the policy adds, for example for content outside
 *     the list
 * @param presence whether the category must have content
 * @param fields the ids of the fields that each of its items must fill in, for example where the data comes from
 * @param updateEvery after how long its content counts as out of date; null when the policy sets no period
 * @param checklist what it must show to be complete, in the order of the source
 * @param routineUnits the codes of the units for which it is routine mission; null for those that its data cell names.
 *     Source: AMB-19
 */
public record CategoryTerms(
        boolean printed,
        Presence presence,
        List<String> fields,
        @Nullable Period updateEvery,
        List<ChecklistItem> checklist,
        @Nullable List<String> routineUnits) {

    /** A printed row of which nothing special is asked. */
    public static final CategoryTerms NONE =
            new CategoryTerms(true, Presence.OPTIONAL, List.of(), null, List.of(), null);

    /** Whether a category must have content. Source: AMB-12. */
    public enum Presence {
        /** It must: an empty one is a gap of completeness. */
        MANDATORY,
        /** It must if the agency has such content at all. */
        IF_ANY,
        /** It need not. */
        OPTIONAL
    }

    /** Copies the lists. */
    public CategoryTerms {
        fields = List.copyOf(fields);
        checklist = List.copyOf(checklist);
        routineUnits = routineUnits == null ? null : List.copyOf(routineUnits);
    }
}
