package dev.prakat.complaint;

import dev.prakat.journal.JournalEvent;
import dev.prakat.journal.Replayable;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the events say about a complaint, beside what its row says. What came with an import is the import's. */
final class ComplaintReplay implements Replayable {

    @Override
    public SortedMap<String, String> rebuilt(List<JournalEvent> events) {
        SortedMap<String, String> facts = new TreeMap<>();
        for (JournalEvent event : events) {
            switch (event.type()) {
                case "complaint.received" -> facts.put("complaint.given", event.detail("given"));
                case "complaint.concluded" -> {
                    facts.put("complaint.conclusion", event.detail("kind") + " " + event.detail("concluded"));
                    if (!event.detail("informed").isEmpty()) {
                        facts.put("complaint.informed", event.detail("informed"));
                    }
                }
                case "complaint.informed" -> facts.put("complaint.informed", event.detail("informed"));
                case "complaint.routed" ->
                    ComplaintRouteEntity.put(
                            facts,
                            event.detail("section"),
                            event.detail("purpose"),
                            event.at(),
                            event.officer().value());
                case "complaint.erased" -> facts.put("complaint.erased", "true");
                default -> {
                    // Opened: nothing of it is in the row.
                }
            }
        }
        return facts;
    }

    @Override
    public Map<String, SortedMap<String, String>> stored(EntityManager manager, Collection<String> subjects) {
        Map<String, SortedMap<String, String>> stored = new TreeMap<>();
        for (ComplaintEntity complaint : ComplaintQueries.byId(manager, subjects)) {
            SortedMap<String, String> facts = new TreeMap<>();
            complaint.facts(facts);
            stored.put(complaint.id(), facts);
        }
        for (ComplaintRouteEntity route : ComplaintQueries.routesOf(manager, subjects)) {
            route.fact(stored.computeIfAbsent(route.complaint(), subject -> new TreeMap<>()));
        }
        return stored;
    }

    @Override
    public List<String> subjects(EntityManager manager, String after, int limit) {
        return ComplaintQueries.added(manager, after, limit);
    }
}
