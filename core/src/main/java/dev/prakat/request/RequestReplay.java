package dev.prakat.request;

import dev.prakat.journal.JournalEvent;
import dev.prakat.journal.Replayable;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the events say about a request, beside what its rows say: each event tells the facts that it changed, as {@code is.…}. */
final class RequestReplay implements Replayable {

    static final String FACT = "is.";
    private static final String EVENT = "request.";

    @Override
    public SortedMap<String, String> rebuilt(List<JournalEvent> events) {
        SortedMap<String, String> facts = new TreeMap<>();
        for (JournalEvent event : events) {
            if (event.type().startsWith(EVENT)) {
                event.details().forEach((name, value) -> {
                    if (name.startsWith(FACT)) {
                        facts.put(EVENT + name.substring(FACT.length()), value);
                    }
                });
            }
        }
        return facts;
    }

    @Override
    public Map<String, SortedMap<String, String>> stored(EntityManager manager, Collection<String> subjects) {
        Map<String, SortedMap<String, String>> stored = new TreeMap<>();
        List<String> requests =
                subjects.stream().filter(RequestNumber::isSubject).toList();
        RequestQueries.load(manager, requests).forEach((subject, each) -> {
            SortedMap<String, String> facts = new TreeMap<>();
            each.facts().forEach((name, value) -> facts.put(EVENT + name.substring(FACT.length()), value));
            stored.put(subject, facts);
        });
        return stored;
    }

    @Override
    public List<String> subjects(EntityManager manager, String after, int limit) {
        return RequestQueries.all(manager, after, limit);
    }
}
