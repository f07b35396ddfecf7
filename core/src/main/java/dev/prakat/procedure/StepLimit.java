package dev.prakat.procedure;

import dev.prakat.calendar.TimeLimit;
import org.jspecify.annotations.Nullable;

/**
 * How long a step may take. Immutable.
 *
 * @param limit how long
 * @param from the step from whose beginning it counts; null for its own. Source: S003-R12, where two steps share an hour
 * @param soft whether it is a norm, which reminds and is never broken. Source: AMB-34
 * @param rule the rule that sets it; empty for the step's own
 */
public record StepLimit(TimeLimit limit, @Nullable String from, boolean soft, String rule) {

    /**
     * A limit from the step's own beginning that binds.
     *
     * @param limit how long
     * @return the limit
     */
    public static StepLimit of(TimeLimit limit) {
        return new StepLimit(limit, null, false, "");
    }

    /** For example {@code 1h from review, soft}. */
    @Override
    public String toString() {
        return limit + (from == null ? "" : " from " + from) + (soft ? ", soft" : "");
    }
}
