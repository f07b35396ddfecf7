package dev.prakat.procedure;

import dev.prakat.calendar.TimeLimit;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One step of a procedure. Immutable.
 *
 * @param id its key within the procedure
 * @param labelTh its Thai name
 * @param labelEn its English name
 * @param rule the rule that it comes from, for example {@code S001-R10}
 * @param kind what kind of act it is
 * @param who who may take it
 * @param limit how long it may take from its beginning, or null when the rule gives no time
 * @param outcomes what it may come to; empty for steps that nobody decides
 */
public record Step(
        String id,
        String labelTh,
        String labelEn,
        String rule,
        StepKind kind,
        StepActor who,
        @Nullable TimeLimit limit,
        Set<Outcome> outcomes) {

    /** Copies the set. */
    public Step {
        outcomes = Set.copyOf(outcomes);
    }
}
