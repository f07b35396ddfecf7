package dev.prakat.trafficlog;

import java.time.LocalDate;
import java.util.List;

/**
 * What a pruning did, or would do. Immutable.
 *
 * @param first the first record that is kept, or would be
 * @param records how many records went
 * @param segments how many files they were in
 * @param bytes how large those were
 * @param keys the days whose personal parts can no longer be read
 * @param holds the orders that are in force
 * @param refused why nothing was done, or an empty text
 */
public record PruneReport(
        long first,
        long records,
        int segments,
        long bytes,
        List<LocalDate> keys,
        List<LegalHold> holds,
        String refused) {

    /** Copies the lists. */
    public PruneReport {
        keys = List.copyOf(keys);
        holds = List.copyOf(holds);
    }
}
