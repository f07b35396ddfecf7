package dev.prakat.complaint;

import dev.prakat.journal.JournalEvent;
import dev.prakat.journal.Replayable;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the event of an import says it gave, beside the rows that bear its key. */
final class ImportReplay implements Replayable {

    private static final String HASH = "import.hash";
    private static final String ROWS = "import.rows";

    @Override
    public SortedMap<String, String> rebuilt(List<JournalEvent> events) {
        SortedMap<String, String> facts = new TreeMap<>();
        for (JournalEvent event : events) {
            if (event.type().equals("complaint.imported")) {
                facts.put(ROWS, event.detail("rows"));
                facts.put(HASH, event.detail("hash"));
            }
        }
        return facts;
    }

    @Override
    public Map<String, SortedMap<String, String>> stored(EntityManager manager, Collection<String> subjects) {
        Map<String, SortedMap<String, String>> stored = new TreeMap<>();
        for (String subject : subjects) {
            if (subject.startsWith("complaint-import:") && manager.find(ImportEntity.class, subject) != null) {
                GivenHash hash = new GivenHash();
                try (Stream<ComplaintEntity> rows = ComplaintQueries.imported(manager, subject)) {
                    rows.forEach(complaint -> {
                        hash.add(complaint);
                        manager.detach(complaint);
                    });
                }
                stored.put(subject, new TreeMap<>(Map.of(ROWS, Integer.toString(hash.rows()), HASH, hash.hex())));
            }
        }
        return stored;
    }

    @Override
    public List<String> subjects(EntityManager manager, String after, int limit) {
        return ComplaintQueries.imports(manager, after, limit);
    }
}
