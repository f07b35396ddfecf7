package dev.prakat.procedure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where an outcome leads. Immutable.
 *
 * @param to the id of the next step, or one of {@link #DONE}, {@link #REFUSED}, {@link #AUTHOR}; empty when it branches
 * @param branches the next step by the name of the branch; empty when there is one way only
 * @param assignTo for ASSIGN the codes of the units among which is chosen; empty for an officer
 * @param rule the rule that it comes from; empty for the step's own
 */
public record Transition(String to, Map<String, String> branches, List<String> assignTo, String rule) {

    /** The end: nothing is left to do. */
    public static final String DONE = "DONE";

    /** The end of a refusal. */
    public static final String REFUSED = "REFUSED";

    /** Back to the author; a new submission is a new run. */
    public static final String AUTHOR = "AUTHOR";

    /** Copies the collections. */
    public Transition {
        branches = Collections.unmodifiableMap(new LinkedHashMap<>(branches));
        assignTo = List.copyOf(assignTo);
    }

    /**
     * A transition to one step or end.
     *
     * @param to the step's id or an end
     * @return the transition
     */
    public static Transition to(String to) {
        return new Transition(to, Map.of(), List.of(), "");
    }

    /**
     * Whether a name stands for an end and not for a step.
     *
     * @param name the name
     * @return true for {@link #DONE}, {@link #REFUSED} and {@link #AUTHOR}
     */
    public static boolean isEnd(String name) {
        return name.equals(DONE) || name.equals(REFUSED) || name.equals(AUTHOR);
    }

    /**
     * Everywhere it may lead.
     *
     * @return the steps and ends
     */
    public List<String> targets() {
        return branches.isEmpty() ? List.of(to) : List.copyOf(branches.values());
    }

    /** For example {@code publish} or {@code publish, assign to ศสน./สบท.}. */
    @Override
    public String toString() {
        return (branches.isEmpty() ? to : branches.toString())
                + (assignTo.isEmpty() ? "" : ", assign to " + String.join("/", assignTo));
    }
}
