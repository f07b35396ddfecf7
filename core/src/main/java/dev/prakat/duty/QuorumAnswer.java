package dev.prakat.duty;

import java.util.List;

/**
 * Whether enough holders have acted. Immutable. Source: AMB-01.
 *
 * @param met whether enough have
 * @param missing the codes of the holders who still must act; where any of them would do, all of them
 */
public record QuorumAnswer(boolean met, List<String> missing) {

    /** Copies the list. */
    public QuorumAnswer {
        missing = List.copyOf(missing);
    }
}
