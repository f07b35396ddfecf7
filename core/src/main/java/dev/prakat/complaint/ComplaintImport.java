package dev.prakat.complaint;

import dev.prakat.problem.Finding;
import java.util.List;

/**
 * A sheet that was taken in, wholly. Immutable.
 *
 * @param subject what the journal calls it
 * @param complaints how many complaints
 * @param concluded how many of them were concluded already
 * @param incomplete the numbers of those that lack something and will not count. Source: S004-R15, AMB-32
 * @param notes what a person should look at again, for example years of two digits
 */
public record ComplaintImport(
        String subject, int complaints, int concluded, List<String> incomplete, List<Finding> notes) {

    /** Copies the lists. */
    public ComplaintImport {
        incomplete = List.copyOf(incomplete);
        notes = List.copyOf(notes);
    }
}
