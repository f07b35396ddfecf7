package dev.prakat.item;

import dev.prakat.journal.JournalEvent;
import dev.prakat.journal.Replayable;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the events say about an item, beside what its tables say. */
final class ItemReplay implements Replayable {

    @Override
    public SortedMap<String, String> rebuilt(List<JournalEvent> events) {
        return new ItemAccount().of(events);
    }

    @Override
    public Map<String, SortedMap<String, String>> stored(EntityManager manager, Collection<String> subjects) {
        Map<String, SortedMap<String, String>> facts = new TreeMap<>();
        ItemQueries.items(manager, subjects)
                .forEach(item -> item.facts(facts.computeIfAbsent(item.id().value(), key -> new TreeMap<>())));
        for (RevisionEntity revision : ItemQueries.revisions(manager, subjects)) {
            revision.facts(facts.computeIfAbsent(revision.item(), key -> new TreeMap<>()));
        }
        return facts;
    }

    @Override
    public List<String> subjects(EntityManager manager, String after, int limit) {
        return ItemQueries.keys(manager, after, limit);
    }
}
