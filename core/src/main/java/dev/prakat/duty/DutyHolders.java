package dev.prakat.duty;

import dev.prakat.category.CategoryId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who answered for a category on a day. Immutable.
 *
 * @param category the category
 * @param duty the duty's id
 * @param on the day that was asked for; null for the newest assignment
 * @param printed the cell as printed; empty when there is none
 * @param holders what the cell names: units, unit classes, posts, the variable
 * @param members the units that belong to the classes among them
 * @param quorum how many of the holders must act
 * @param validity when the assignment holds
 * @param explanation who it is, or why it is nobody, in English, one sentence
 */
public record DutyHolders(
        CategoryId category,
        String duty,
        @Nullable LocalDate on,
        String printed,
        List<Unit> holders,
        List<Unit> members,
        Quorum quorum,
        Validity validity,
        String explanation) {

    /** Copies the lists. */
    public DutyHolders {
        holders = List.copyOf(holders);
        members = List.copyOf(members);
    }
}
