package dev.prakat.trafficlog;

import java.util.List;

/**
 * What a reading of the log came to. Immutable.
 *
 * @param record the index of the record that says who read, in the log that was asked
 * @param records how many records were shown
 * @param opened how many of them with their personal part; fewer when keys are destroyed
 * @param origins the logs that were read
 */
public record ReadReport(long record, long records, long opened, List<String> origins) {

    /** Copies the list. */
    public ReadReport {
        origins = List.copyOf(origins);
    }
}
