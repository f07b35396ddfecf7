package dev.prakat.delivery;

import java.time.Instant;
import java.util.List;

/**
 * What one sweep did. Immutable.
 *
 * @param at the instant of the sweep
 * @param published publications that were made and proven
 * @param takenDown take-downs that were made and proven
 * @param proven deliveries of earlier sweeps that were proven now
 * @param unproven deliveries that are done but not seen yet as expected
 * @param failed tries that failed and will be made again, or need a person
 * @param skipped placements that are still due: another node works on them, their target does not answer, or time was up
 * @param silent the targets that do not answer, or to which a call is still under way; the rest of their work waits
 * @param more whether there is more to do at once: the sweep ended because the interval was over. Call it again without waiting
 */
public record SweepSummary(
        Instant at,
        int published,
        int takenDown,
        int proven,
        int unproven,
        int failed,
        int skipped,
        List<String> silent,
        boolean more) {

    public SweepSummary {
        silent = List.copyOf(silent);
    }

    /**
     * Whether everything that was due is done and proven.
     *
     * @return true when nothing is unproven, failed or skipped, and every target answers
     */
    public boolean clean() {
        return unproven == 0 && failed == 0 && skipped == 0 && silent.isEmpty();
    }
}
