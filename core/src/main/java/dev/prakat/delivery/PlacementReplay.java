package dev.prakat.delivery;

import dev.prakat.item.ItemId;
import dev.prakat.journal.JournalEvent;
import dev.prakat.journal.Replayable;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the events say was agreed to for each placement, beside what its row says. What was delivered, seen and tried is
 * observation, not decision, and not compared.
 */
final class PlacementReplay implements Replayable {

    private static final List<String> PLAN =
            List.of("category", "revision", "binding", "opens", "closes", "kind", "redirect");

    @Override
    public SortedMap<String, String> rebuilt(List<JournalEvent> events) {
        SortedMap<String, String> facts = new TreeMap<>();
        for (JournalEvent event : events) {
            if (event.type().equals("placement.planned")) {
                String prefix = prefix(event.detail("placement"));
                for (String part : PLAN) {
                    facts.remove(prefix + part);
                    if (!event.detail(part).isEmpty()) {
                        facts.put(prefix + part, event.detail(part));
                    }
                }
            }
        }
        return facts;
    }

    @Override
    public Map<String, SortedMap<String, String>> stored(EntityManager manager, Collection<String> subjects) {
        Map<String, SortedMap<String, String>> facts = new TreeMap<>();
        for (PlacementEntity placement : PlacementQueries.ofItems(
                manager,
                subjects.stream().filter(ItemId::isValid).map(ItemId::new).toList())) {
            SortedMap<String, String> own =
                    facts.computeIfAbsent(placement.item().value(), key -> new TreeMap<>());
            placement.plan().facts().forEach((part, value) -> own.put(prefix(placement.id()) + part, value));
        }
        return facts;
    }

    @Override
    public List<String> subjects(EntityManager manager, String after, int limit) {
        return PlacementQueries.keys(manager, after, limit);
    }

    private static String prefix(String placement) {
        return "placement " + placement + " ";
    }
}
