package dev.prakat.journal;

import dev.prakat.spi.Actor;
import dev.prakat.spi.TrafficRecorder;

/** Makes recorders that are bound to an actor. The traffic log is behind it; the journal does not know it. */
@FunctionalInterface
public interface RecorderSource {

    /**
     * Makes a recorder.
     *
     * @param actor who acts
     * @param correlation what ties the records of one action together
     * @return the recorder; may be used until the log is closed
     */
    TrafficRecorder recorder(Actor actor, String correlation);
}
