package dev.prakat.spi;

/**
 * A {@link CheckpointSink} that sends requests to other machines, which belong into the traffic log as every other outgoing request. What
 * it records stands there as {@code log.send}, and is no reason to offer it the next checkpoint: without anything else happening a
 * log stays as it is.
 */
public interface SendingSink extends CheckpointSink {

    /**
     * Takes what requests are recorded with from now on. Called once by each log that is opened with this sink, before its first
     * checkpoint; the recorder works until the log is closed, and also while the sink is given the last checkpoint.
     *
     * @param recorder for the intent before each request and the outcome after it
     */
    void recordWith(TrafficRecorder recorder);
}
