package dev.prakat.journal;

import java.util.List;

/**
 * What a replay found. Immutable.
 *
 * @param subjects how many subjects were replayed
 * @param events how many events they have
 * @param found how many differences there are
 * @param differences the first of them, at most {@value #LISTED}, in the order in which they were found
 */
public record ReplayReport(long subjects, long events, long found, List<Difference> differences) {

    /** How many differences a report lists. */
    public static final int LISTED = 1_000;

    public ReplayReport {
        differences = List.copyOf(differences);
    }

    /**
     * Whether every event is there as it was written, and the tables say what the events say.
     *
     * @return true when nothing was found
     */
    public boolean isSound() {
        return found == 0;
    }
}
