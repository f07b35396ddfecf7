package dev.prakat.item;

import dev.prakat.problem.Finding;
import dev.prakat.problem.InvalidException;
import dev.prakat.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;

/**
 * An order to erase personal data inside a revision. Immutable.
 *
 * @param number the number of the order, at most 100 characters
 * @param official who gave it: an office, a court, a committee, at most 200 characters; kept for good, so never the person whose
 *     data are erased
 * @param reason why, in words that repeat nothing of what is erased
 * @param words whether what officers wrote about the item until now (reasons, notes) is to be erased too
 */
public record ErasureOrder(String number, String official, String reason, boolean words) {

    /**
     * Checks that the order can be named for good.
     *
     * @throws InvalidException {@code INVALID_INPUT} listing every part that is blank or too long
     */
    public ErasureOrder {
        List<Finding> findings = new ArrayList<>();
        check("number", number, 100, findings);
        check("official", official, 200, findings);
        check("reason", reason, 4000, findings);
        if (!findings.isEmpty()) {
            throw new InvalidException(ProblemCode.INVALID_INPUT, "the order to erase", findings);
        }
    }

    private static void check(String name, String value, int longest, List<Finding> findings) {
        if (value.isBlank() || value.length() > longest) {
            findings.add(new Finding(
                    name,
                    "prakat",
                    value.isBlank() ? "found none" : "found " + value.length() + " characters",
                    "give 1 to " + longest + " characters"));
        }
    }
}
