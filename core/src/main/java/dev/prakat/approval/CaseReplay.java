package dev.prakat.approval;

import dev.prakat.journal.JournalEvent;
import dev.prakat.journal.Replayable;
import dev.prakat.policy.AgencyPolicy;
import dev.prakat.procedure.Procedure;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the events say about the cases of an item, beside what the tables say. Deadlines, tasks and reminders are counted from
 * these and from the calendar; they are no decisions and not compared.
 */
final class CaseReplay implements Replayable {

    private static final String OF_ITEMS = """
            select distinct c from CaseEntity c left join fetch c.acts
            where c.item in :items""";

    private static final String ITEMS = """
            select distinct c.item from CaseEntity c
            where c.item > :after
            order by c.item""";

    private final AgencyPolicy policy;

    CaseReplay(AgencyPolicy policy) {
        this.policy = policy;
    }

    @Override
    public SortedMap<String, String> rebuilt(List<JournalEvent> events) {
        Map<String, CaseAccount> cases = new LinkedHashMap<>();
        for (JournalEvent event : events) {
            String id = event.detail("case");
            if (event.type().equals("item.submitted")) {
                cases.put(id, new CaseAccount(event, this::procedure));
            } else if (cases.containsKey(id)) {
                cases.get(id).take(event);
            }
        }
        SortedMap<String, String> facts = new TreeMap<>();
        cases.values().forEach(one -> facts.putAll(one.facts()));
        return facts;
    }

    private @Nullable Procedure procedure(String id) {
        return policy.procedures().stream()
                .filter(procedure -> procedure.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    @Override
    public Map<String, SortedMap<String, String>> stored(EntityManager manager, Collection<String> subjects) {
        Map<String, SortedMap<String, String>> facts = new TreeMap<>();
        manager.createQuery(OF_ITEMS, CaseEntity.class)
                .setParameter("items", subjects)
                .getResultList()
                .forEach(run -> run.facts(
                        facts.computeIfAbsent(run.item().value(), key -> new TreeMap<>()),
                        procedure(run.procedure()) != null));
        return facts;
    }

    @Override
    public List<String> subjects(EntityManager manager, String after, int limit) {
        return manager.createQuery(ITEMS, String.class)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }
}
