package dev.prakat.trafficlog;

import java.nio.file.Path;
import java.util.List;

/**
 * What an export came to. Immutable.
 *
 * @param folder where it is
 * @param record the index of the record that says who exported, in the log that was asked
 * @param records how many records it holds
 * @param opened how many of them with their personal part; fewer when keys are destroyed
 * @param origins the logs that they are of
 * @param files the names of its files
 */
public record ExportReport(
        Path folder, long record, long records, long opened, List<String> origins, List<String> files) {

    /** Copies the lists. */
    public ExportReport {
        origins = List.copyOf(origins);
        files = List.copyOf(files);
    }
}
