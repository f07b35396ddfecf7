package dev.prakat.trafficlog;

import org.jspecify.annotations.Nullable;

/**
 * What the import of an access log came to: {@code lines = imported + repeated + rejected}. Immutable.
 *
 * @param record the index of the record that says that the import began
 * @param lines how many whole lines the file has
 * @param imported how many are records now that were none before
 * @param repeated how many were records of this log already
 * @param rejected how many were not imported; each was reported
 * @param unfinished whether the file ends within a line, which is left for the next import
 * @param cut why a compressed file could not be read to its end, or null
 */
public record ImportReport(
        long record,
        long lines,
        long imported,
        long repeated,
        long rejected,
        boolean unfinished,
        @Nullable String cut) {}
