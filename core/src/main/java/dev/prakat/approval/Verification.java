package dev.prakat.approval;

import java.util.List;
import java.util.Set;

/**
 * What whoever verifies found when comparing what is public with what was approved. Immutable. Source: S001-R15, S002-R04,
 * S003-R03.
 *
 * @param correct whether it is right
 * @param complete whether nothing is missing
 * @param current whether it is up to date
 * @param checked the ids of the category's checklist that it shows, for example {@code T01-4}
 * @param note a note, may be empty
 * @param errors what is wrong, a text each; at least one where something is not as it should be
 */
public record Verification(
        boolean correct, boolean complete, boolean current, Set<String> checked, String note, List<String> errors) {

    /** Copies the collections. */
    public Verification {
        checked = Set.copyOf(checked);
        errors = List.copyOf(errors);
    }

    /**
     * Correct, complete and current.
     *
     * @param note a note, may be empty
     * @return the verification
     */
    public static Verification sound(String note) {
        return new Verification(true, true, true, Set.of(), note, List.of());
    }

    /**
     * Whether nothing is wrong.
     *
     * @return true if it is correct, complete and current, and no error is named
     */
    public boolean isSound() {
        return correct && complete && current && errors.isEmpty();
    }
}
