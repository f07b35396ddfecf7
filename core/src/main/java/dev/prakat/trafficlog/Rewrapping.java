package dev.prakat.trafficlog;

import dev.prakat.spi.Actor;
import dev.prakat.spi.KeyProvider;
import dev.prakat.spi.TrafficEntry;
import dev.prakat.spi.TrafficOutcome;
import java.io.IOException;
import java.util.Map;

/**
 * The wrapping of all keys of a log anew, with a record before and after it. Until every key is wrapped nothing is replaced, so that it is
 * known of a failure before that that nothing happened, and of one after it not. One thread, one use.
 */
final class Rewrapping {

    private final LogKeys keys;
    private final TrafficLog log;
    private final Actor actor;
    private final boolean local;

    /**
     * @param local whether a key file in the folder wraps the keys until now, which is not needed afterwards
     */
    Rewrapping(LogKeys keys, TrafficLog log, Actor actor, boolean local) {
        this.keys = keys;
        this.log = log;
        this.actor = actor;
        this.local = local;
    }

    /** Gives how many keys there are. */
    int run(KeyProvider provider, TrafficEntry entry) throws IOException {
        Draft intent = Draft.ownIntent("log.key", actor, entry);
        long index = log.own(intent).index();
        TrafficOutcome ended = TrafficOutcome.of(TrafficOutcome.Status.FAILED, "not-rewrapped");
        try {
            Map<String, byte[]> wrapped = keys.wrapped(provider);
            ended = TrafficOutcome.of(TrafficOutcome.Status.UNKNOWN, "interrupted");
            keys.replace(wrapped);
            if (local) {
                keys.forgetLocal();
            }
            ended = new TrafficOutcome(TrafficOutcome.Status.OK, "keys:" + wrapped.size(), -1, -1);
            return wrapped.size();
        } finally {
            log.own(new Draft("log.key", Draft.OUTCOME, intent.correlation(), index, actor, entry, ended, -1));
        }
    }
}
