package dev.prakat.wordpress;

import dev.prakat.spi.TrafficRecorder;
import java.net.URI;
import java.util.Set;

/**
 * Makes a cache in front of a site forget addresses: the host's own call of its CDN or proxy. Called after a publication or a
 * take-down was carried out, again at every further try, by the thread that calls the target.
 */
@FunctionalInterface
public interface PurgeHook {

    /**
     * Makes the cache forget.
     *
     * <p>Whatever is thrown fails nothing: the receipt says it, and a page that is still shown is found by the look that follows
     * ({@code STALE_CACHE}), which nothing but its absence satisfies.
     *
     * @param addresses every address that was captured for the item, those of lists and feeds too
     * @param recorder the way into the traffic log; a request to the cache is an outgoing one too
     */
    void purge(Set<URI> addresses, TrafficRecorder recorder);
}
