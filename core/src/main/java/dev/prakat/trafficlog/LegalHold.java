package dev.prakat.trafficlog;

import dev.prakat.problem.Finding;
import dev.prakat.problem.InvalidException;
import dev.prakat.problem.ProblemCode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order of a competent official to keep records longer, for a named occasion. Records go from the beginning of the log only,
 * so a hold keeps everything from the first day of its scope on.
 * Immutable. Days are those of Bangkok.
 *
 * @param order the number of the order
 * @param official who gave it, with name and office
 * @param scope what it is about, in words
 * @param from the first day of the records that are to be kept
 * @param to the last one
 * @param until the last day of the hold, at most two years after it is recorded Source: S001-R30
 */
public record LegalHold(String order, String official, String scope, LocalDate from, LocalDate to, LocalDate until) {

    /** The longest that the Act allows, in years. */
    public static final int MOST_YEARS = 2;

    /**
     * Checks the values.
     *
     * @throws InvalidException {@link ProblemCode#INVALID_INPUT} with every finding
     */
    public LegalHold {
        List<Finding> findings = new ArrayList<>();
        given(findings, "order", order);
        given(findings, "official", official);
        given(findings, "scope", scope);
        if (to.isBefore(from)) {
            findings.add(new Finding(
                    "to", "S001-R30", "found " + to + ", before " + from, "give the last day of the scope"));
        }
        refuse(order, findings);
    }

    /** Refuses an end that is over or farther away than the Act allows. */
    void requireEnd(LocalDate today) {
        if (until.isBefore(today) || until.isAfter(today.plusYears(MOST_YEARS))) {
            String expected =
                    "found " + until + ", expected a day from " + today + " to " + today.plusYears(MOST_YEARS);
            refuse(order, List.of(new Finding("until", "S001-R30", expected, "give the end that the order names")));
        }
    }

    /** The days as a record has them in its path. */
    String path() {
        return "hold/" + from + "/" + to + "/" + until;
    }

    String why() {
        return official + "\n" + scope;
    }

    /** The hold that a record set up, or null if it does not name one. */
    static @Nullable LegalHold of(StoredRecord record) {
        String[] path = String.valueOf(record.path).split("/", 5);
        String why = record.why;
        String order = record.subject;
        if (path.length != 4 || why == null || order == null || why.indexOf('\n') < 1) {
            return null;
        }
        try {
            int line = why.indexOf('\n');
            return new LegalHold(
                    order,
                    why.substring(0, line),
                    why.substring(line + 1),
                    LocalDate.parse(path[1]),
                    LocalDate.parse(path[2]),
                    LocalDate.parse(path[3]));
        } catch (DateTimeParseException | InvalidException e) {
            return null;
        }
    }

    private static void given(List<Finding> findings, String field, String text) {
        if (text.isBlank() || text.length() > 1_000 || text.indexOf('\n') >= 0) {
            findings.add(new Finding(
                    field,
                    "S001-R30",
                    "found " + (text.isBlank() ? "nothing" : text.length() + " characters"),
                    "give one line of at most 1,000 characters"));
        }
    }

    private static void refuse(String order, List<Finding> findings) {
        if (!findings.isEmpty()) {
            throw new InvalidException(ProblemCode.INVALID_INPUT, "hold " + order, findings);
        }
    }
}
