package dev.prakat.wordpress;

import com.fasterxml.jackson.databind.JsonNode;
import dev.prakat.spi.TargetException;

/**
 * What a site takes of several changes in one request, as experience shows. Outlives a call, until the target is closed.
 * Thread-safe.
 */
final class Batching {

    /** What WordPress takes unless a plugin says otherwise. */
    static final int USUAL = 25;
    /** Below this a batch gains little. */
    private static final int SMALLEST = 6;
    /** So many that came back whole one after the other make us dare twice as much as when one was lost. */
    private static final int STEADY = 20;

    private boolean asked;
    private int allowed = USUAL;
    private int size = USUAL;
    private int whole;

    /** Asks the site once how many it takes; one that does not know batches takes one by one. */
    synchronized void ask(Rest rest) {
        if (asked) {
            return;
        }
        try {
            Reply reply = rest.description("batch-size", BatchCall.ROUTE);
            if (reply.json().filter(JsonNode::isArray).isPresent()) {
                refused(); // what WordPress says of a route that it does not have
                asked = true;
            } else if (reply.isOk()) {
                int said = reply.json()
                        .map(node ->
                                node.at("/endpoints/0/args/requests/maxItems").asInt(USUAL))
                        .orElse(USUAL);
                allowed = Math.max(1, Math.min(USUAL, said));
                size = allowed;
                asked = true;
            } else if (Failure.of(reply).isRefusal()) {
                refused();
                asked = true;
            }
        } catch (TargetException e) {
            asked = false; // asked again by the next call; this one tries with the usual size
        }
    }

    /** How many changes go into one request at the most; with 1 each goes by itself. */
    synchronized int size() {
        return size;
    }

    /** Nobody can say what became of one: a smaller one may get through, and does less harm. */
    synchronized void lost() {
        whole = 0;
        size = size <= SMALLEST ? 1 : size / 2;
    }

    /** One was too long for something on the way. */
    synchronized void tooLarge(int changes) {
        size = Math.max(1, Math.min(size, changes / 2));
    }

    /** The site, or something in front of it, takes none. */
    synchronized void refused() {
        allowed = 1;
        size = 1;
    }

    /** A request came back whole. */
    synchronized void came() {
        whole++;
        if (whole >= STEADY) {
            whole = 0;
            size = Math.min(allowed, size * 2);
        }
    }

    /** The next call asks again. */
    synchronized void forget() {
        asked = false;
        allowed = USUAL;
        size = USUAL;
        whole = 0;
    }
}
