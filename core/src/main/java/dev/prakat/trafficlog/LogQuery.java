package dev.prakat.trafficlog;

import dev.prakat.problem.Finding;
import dev.prakat.problem.InvalidException;
import dev.prakat.problem.ProblemCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which records of a log are asked for. What is null does not restrict. Immutable.
 *
 * @param from the earliest time of a record, of an imported request that of the request itself, or null
 * @param to the time that all records are before, or null
 * @param user the key of the officer who acted, or {@code system:name} of a part of the program, or null
 * @param item the key of the object that the record is about, or null
 * @param ground why the personal parts are to be opened, for example the number of an official's order; null to leave them sealed
 *     Source: S001-R30
 */
public record LogQuery(
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String user,
        @Nullable String item,
        @Nullable String ground) {

    private static final int LONGEST = 1_000;

    /**
     * Checks the values.
     *
     * @throws InvalidException {@link ProblemCode#INVALID_INPUT} with every finding
     */
    public LogQuery {
        List<Finding> findings = new ArrayList<>();
        if (from != null && to != null && !from.isBefore(to)) {
            findings.add(new Finding("to", "S001-R30", "found " + to + ", not after " + from, "give a later end"));
        }
        line(findings, "user", user);
        line(findings, "item", item);
        line(findings, "ground", ground);
        if (!findings.isEmpty()) {
            throw new InvalidException(ProblemCode.INVALID_INPUT, "records of the traffic log", findings);
        }
    }

    /**
     * All records, with their personal parts sealed.
     *
     * @return the query
     */
    public static LogQuery all() {
        return new LogQuery(null, null, null, null, null);
    }

    /**
     * The same records with their personal parts opened.
     *
     * @param why why, for example the number of an official's order
     * @return the query
     * @throws InvalidException as the constructor
     */
    public LogQuery opened(String why) {
        return new LogQuery(from, to, user, item, why);
    }

    /** The range as a record has it in its path. */
    String path() {
        return "records/" + (from == null ? "-" : from) + "/" + (to == null ? "-" : to);
    }

    boolean isAt(Instant at) {
        return (from == null || !at.isBefore(from)) && (to == null || at.isBefore(to));
    }

    /** Finds fault with a text that is not one line. */
    static void line(List<Finding> findings, String field, @Nullable String text) {
        if (text != null
                && (text.isBlank() || text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl))) {
            findings.add(new Finding(
                    field,
                    "S001-R30",
                    "found " + (text.isBlank() ? "nothing" : text.length() + " characters"),
                    "give one line of at most 1,000 characters"));
        }
    }
}
