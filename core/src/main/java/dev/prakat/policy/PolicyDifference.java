package dev.prakat.policy;

/**
 * One difference between two policies. Immutable.
 *
 * @param element what differs, for example {@code procedure s001-2-1-1, step publish}
 * @param before what the first one says; empty when it has no such element
 * @param after what the second one says; empty when it has no such element
 */
public record PolicyDifference(String element, String before, String after) {

    /** How two policies differ in an element. */
    public enum Kind {
        /** Only the second has it. */
        ADDED,
        /** Only the first has it. */
        REMOVED,
        /** Both have it and say different things. */
        CHANGED
    }

    /**
     * How they differ.
     *
     * @return the kind
     */
    public Kind kind() {
        return before.isEmpty() ? Kind.ADDED : after.isEmpty() ? Kind.REMOVED : Kind.CHANGED;
    }

    /**
     * The difference on one line, for a terminal.
     *
     * @return a sign, the element, and what was and is
     */
    public String line() {
        return switch (kind()) {
            case ADDED -> "+ " + element + ": " + after;
            case REMOVED -> "- " + element + ": " + before;
            case CHANGED -> "~ " + element + ": " + before + " => " + after;
        };
    }
}
