package dev.prakat.testkit;

import dev.prakat.spi.Artefact;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the public meets in front of a website: honest, or as a {@link HostileBehaviour} has it. It must be told what an item has
 * while the item is public, because most behaviours go on showing that. Thread-safe.
 *
 * <p>Behaviours touch the addresses that it was told of, and no other; whatever is not {@code GET} goes through unchanged.
 */
public final class HostileWeb {

    private record Known(Artefact.Kind kind, String item, WebAnswer before) {}

    private final Origin origin;
    private final Map<String, Known> known = new HashMap<>();
    private final Map<String, Integer> visits = new HashMap<>();
    private final List<Runnable> listeners = new ArrayList<>();
    private @Nullable HostileBehaviour behaviour;

    /**
     * Stands in front of a website, honest at first.
     *
     * @param origin the website
     */
    public HostileWeb(Origin origin) {
        this.origin = origin;
    }

    /**
     * Remembers what stands at the addresses of an item that is public now.
     *
     * @param item the item's key
     * @param artefacts what the receipt of the publication named
     */
    public void remember(String item, Collection<Artefact> artefacts) {
        artefacts.forEach(artefact -> remember(item, artefact.address(), artefact.kind()));
    }

    /**
     * Remembers what stands at one more address of an item that is public now.
     *
     * @param item the item's key
     * @param address the address
     * @param kind what it is
     */
    public void remember(String item, URI address, Artefact.Kind kind) {
        WebRequest request = WebRequest.get(address);
        WebAnswer before = origin.answer(request);
        synchronized (this) {
            known.put(request.target(), new Known(kind, item, before));
        }
    }

    /**
     * From now on it is hostile.
     *
     * @param how in which way
     */
    public void begin(HostileBehaviour how) {
        change(how);
    }

    /** From now on it is honest again. What it remembers it goes on remembering. */
    public void end() {
        change(null);
    }

    private void change(@Nullable HostileBehaviour how) {
        List<Runnable> told;
        synchronized (this) {
            behaviour = how;
            visits.clear();
            told = List.copyOf(listeners);
        }
        told.forEach(Runnable::run);
    }

    /**
     * Every address that it was told of.
     *
     * @return relative addresses, path and query
     */
    public synchronized List<URI> remembered() {
        return known.keySet().stream().sorted().map(URI::create).toList();
    }

    /**
     * The behaviour that is on.
     *
     * @return empty while it is honest
     */
    public synchronized Optional<HostileBehaviour> behaviour() {
        return Optional.ofNullable(behaviour);
    }

    /** Tells whoever serves this over a network that the behaviour has changed. */
    synchronized void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /**
     * What the public meets.
     *
     * @param request what is asked
     * @return the answer, or the fault that takes its place
     */
    public WebAnswer answer(WebRequest request) {
        WebAnswer honest = origin.answer(request);
        return request.method().equals("GET") ? touched(request, honest) : honest;
    }

    private synchronized WebAnswer touched(WebRequest request, WebAnswer honest) {
        HostileBehaviour now = behaviour;
        String key = key(request);
        Known there = known.get(key);
        if (now == null || there == null) {
            return honest;
        }
        int number = visits.merge(key, 1, Integer::sum);
        boolean fresh = !key.equals(request.target());
        return now.answer(new Visit(there.kind(), there.before(), honest, fresh, number, there.item()));
    }

    /** The address without what somebody added to its query to get past a cache. */
    private String key(WebRequest request) {
        String target = request.target();
        while (!known.containsKey(target)) {
            int cut = Math.max(target.lastIndexOf('&'), target.lastIndexOf('?'));
            if (cut < 0) {
                return request.target();
            }
            target = target.substring(0, cut);
        }
        return target;
    }
}
