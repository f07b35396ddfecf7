package dev.prakat.category;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One category of an agency's list, as its source document prints it. Immutable. Source: S001-R01.
 *
 * @param id the stable key
 * @param parent the category above it, or null at the top
 * @param label the label that the responsibility matrix prints, verbatim with its slips
 * @param variants other printed forms of the label, for example that of another part of the document
 * @param row the number of its row in the matrix, for example {@code M037}
 * @param section the section of the document that the row stands in, for example {@code 2.1}
 * @param group whether other categories stand under it; a group may carry duties too (M066)
 * @param listed whether the agency's list of content to be published names it; false for a row that stands for "everything
 *     that the head agrees to"
 * @param rule the rule that it comes from, for example {@code S001-R15}; empty when the policy names none
 * @param terms what is asked of its content
 */
public record Category(
        CategoryId id,
        @Nullable CategoryId parent,
        String label,
        List<String> variants,
        String row,
        String section,
        boolean group,
        boolean listed,
        String rule,
        CategoryTerms terms) {

    /** Copies the list. */
    public Category {
        variants = List.copyOf(variants);
    }
}
