package dev.prakat.delivery;

import java.time.Instant;

/**
 * What one sweep did. Immutable.
 *
 * @param at the instant of the sweep
 * @param published publications that were made and proven
 * @param takenDown take-downs that were made and proven
 * @param proven deliveries of earlier sweeps that were proven now
 * @param unproven deliveries that are done but not seen yet as expected
 * @param failed tries that failed and will be made again, or need a person
 * @param skipped placements that another node works on, or whose target did not answer in this sweep
 */
public record SweepSummary(
        Instant at, int published, int takenDown, int proven, int unproven, int failed, int skipped) {

    /**
     * Whether everything that was due is done and proven.
     *
     * @return true when nothing is unproven, failed or skipped
     */
    public boolean clean() {
        return unproven == 0 && failed == 0 && skipped == 0;
    }
}
