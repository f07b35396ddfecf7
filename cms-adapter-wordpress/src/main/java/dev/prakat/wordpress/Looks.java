package dev.prakat.wordpress;

import dev.prakat.spi.ObserveRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * The requests of a stranger. What stands there for several items, such as a list, is asked for once, by whoever comes first, and
 * each is judged by the same answer; what is one item's own is asked for each time and not kept. Serves one observe call;
 * thread-safe.
 */
final class Looks {

    /** Whose an address is stands in the traffic log, unless it is nearly everybody's. */
    private static final int NAMED = 100;

    private final Calls calls;
    private final Map<URI, Set<String>> items = new HashMap<>();
    private final Set<String> everyone = new LinkedHashSet<>();
    private final Map<URI, URI> fresh = new ConcurrentHashMap<>();
    private final Map<URI, FutureTask<Answer>> kept = new ConcurrentHashMap<>();

    Looks(Calls calls, Collection<ObserveRequest.Address> asked) {
        this.calls = calls;
        for (ObserveRequest.Address one : asked) {
            items.computeIfAbsent(one.address(), first -> new LinkedHashSet<>()).add(one.item());
            everyone.add(one.item());
        }
    }

    /** Asks for an address as everybody does. */
    Reply plain(URI address, String item, Duration patience) throws Unanswered {
        return get(address, address, item, patience);
    }

    /** Asks for it under an address that no cache has seen. */
    Reply afresh(URI address, String item, Duration patience) throws Unanswered {
        URI unseen = isShared(address) ? fresh.computeIfAbsent(address, Looks::unseen) : unseen(address);
        return get(unseen, address, item, patience);
    }

    /** Asks for what stands there for every item, whoever asks first. */
    Reply forAll(URI address, Duration patience) throws Unanswered {
        return once(Ask.get(address, named(everyone), "proof").within(patience));
    }

    /** Whether a cache says that it answered. */
    static boolean isFromACache(Reply reply) {
        return reply.header("X-Cache").filter(word -> word.contains("HIT")).isPresent()
                || reply.header("Age").isPresent();
    }

    private boolean isShared(URI address) {
        return items.getOrDefault(address, Set.of()).size() > 1;
    }

    private Reply get(URI asked, URI address, String item, Duration patience) throws Unanswered {
        if (!isShared(address)) {
            return calls.send(Ask.get(asked, item, "proof").within(patience), null);
        }
        return once(Ask.get(asked, named(items.getOrDefault(address, Set.of())), "proof")
                .within(patience));
    }

    private static @Nullable String named(Set<String> keys) {
        return keys.size() > NAMED ? null : String.join(",", keys);
    }

    private Reply once(Ask ask) throws Unanswered {
        FutureTask<Answer> mine = new FutureTask<>(() -> Answer.of(() -> calls.send(ask, null)));
        FutureTask<Answer> first = kept.putIfAbsent(ask.address(), mine);
        if (first == null) {
            mine.run();
            first = mine;
        }
        try {
            return first.get().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a look could not be made", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unanswered(e, true);
        }
    }

    private static URI unseen(URI address) {
        String query = "prakat-look=" + UUID.randomUUID();
        return URI.create(address + (address.getRawQuery() == null ? "?" : "&") + query);
    }
}
