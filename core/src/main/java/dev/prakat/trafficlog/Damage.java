package dev.prakat.trafficlog;

/**
 * The first place where a log is not what it must be. Immutable.
 *
 * @param index the first record that cannot be trusted, from 0
 * @param file the file below the log's folder, with forward slashes
 * @param offset the first byte of the damaged part of that file, from 0
 * @param what what was found and what was expected
 */
public record Damage(long index, String file, long offset, String what) {

    /**
     * The damage on one line.
     *
     * @return file, offset, index and what was found
     */
    public String line() {
        return file + " at byte " + offset + " (record " + index + "): " + what;
    }
}
