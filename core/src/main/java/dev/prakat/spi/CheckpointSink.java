package dev.prakat.spi;

/**
 * A place outside this machine's reach that keeps signed checkpoints of the traffic log, so that a shortened log is noticed.
 * Called from a thread of the log, never holds up a writer; what it throws is reported by health and tried again.
 * One that is {@link AutoCloseable} is closed with the log.
 */
@FunctionalInterface
public interface CheckpointSink {

    /**
     * Keeps a checkpoint. May be called again with the same one.
     *
     * @param origin the log's name
     * @param size how many records it covers
     * @param signedNote the checkpoint, a C2SP signed note in UTF-8
     * @throws Exception if it could not be kept
     */
    void accept(String origin, long size, String signedNote) throws Exception;
}
