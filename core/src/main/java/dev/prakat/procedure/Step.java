package dev.prakat.procedure;

import dev.prakat.calendar.TimeLimit;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One step of a procedure. Immutable.
 *
 * @param id its key within the procedure
 * @param labelTh its Thai name
 * @param labelEn its English name
 * @param rules the rules that it comes from, for example {@code S001-R10}
 * @param kind what kind of act it is
 * @param who who may take it
 * @param within how long it may take, or null when the rule gives no time
 * @param on for a step that is decided, where each outcome leads; empty for others
 * @param then for a step that nobody decides, where its end leads; null for one that is decided
 * @param freezesCategory whether the category stands fast once this step is left forwards. Source: S001-R13
 */
public record Step(
        String id,
        String labelTh,
        String labelEn,
        List<String> rules,
        StepKind kind,
        StepActor who,
        @Nullable StepLimit within,
        Map<Outcome, Transition> on,
        @Nullable Transition then,
        boolean freezesCategory) {

    /** Copies the collections. */
    public Step {
        rules = List.copyOf(rules);
        Map<Outcome, Transition> copy = new EnumMap<>(Outcome.class);
        copy.putAll(on);
        on = Collections.unmodifiableMap(copy);
    }

    /**
     * The rules that it comes from, to be printed.
     *
     * @return the rules separated by commas
     */
    public String rule() {
        return String.join(", ", rules);
    }

    /**
     * How long it may take, without what the limit counts from.
     *
     * @return the limit, or null when the rule gives no time
     */
    public @Nullable TimeLimit limit() {
        return within == null ? null : within.limit();
    }

    /**
     * What it may come to.
     *
     * @return the outcomes; empty for a step that nobody decides
     */
    public Set<Outcome> outcomes() {
        return on.keySet();
    }

    /**
     * Every way out of it.
     *
     * @return the transitions
     */
    public List<Transition> transitions() {
        return then == null ? List.copyOf(on.values()) : List.of(then);
    }
}
