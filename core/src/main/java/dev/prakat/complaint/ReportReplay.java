package dev.prakat.complaint;

import dev.prakat.journal.JournalEvent;
import dev.prakat.journal.Replayable;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the events say about the figures that a unit sent, beside what its row says. */
final class ReportReplay implements Replayable {

    static final String SUBJECT = "complaint-report:";

    private static final String FACT = "complaint-report.";
    private static final String SENT = FACT + "sent";
    private static final String CORRECTED = FACT + "corrected";
    private static final String LATE = "late";

    @Override
    public SortedMap<String, String> rebuilt(List<JournalEvent> events) {
        SortedMap<String, String> facts = new TreeMap<>();
        for (JournalEvent event : events) {
            if (event.type().equals(SENT) || event.type().equals(CORRECTED)) {
                event.details().forEach((name, value) -> facts.put(FACT + name, value));
                facts.remove(FACT + LATE);
                facts.put(event.type(), event.at().toString());
                facts.put(FACT + "by", event.officer().value());
            }
        }
        return facts;
    }

    @Override
    public Map<String, SortedMap<String, String>> stored(EntityManager manager, Collection<String> subjects) {
        List<String> ids = subjects.stream()
                .filter(subject -> subject.startsWith(SUBJECT))
                .map(subject -> subject.substring(SUBJECT.length()))
                .toList();
        Map<String, SortedMap<String, String>> stored = new TreeMap<>();
        if (!ids.isEmpty()) {
            for (ReportEntity report : ComplaintQueries.reportsOf(manager, ids)) {
                SortedMap<String, String> facts = new TreeMap<>();
                report.facts(facts);
                stored.put(SUBJECT + report.id(), facts);
            }
        }
        return stored;
    }

    @Override
    public List<String> subjects(EntityManager manager, String after, int limit) {
        String from = after.startsWith(SUBJECT) ? after.substring(SUBJECT.length()) : after;
        return ComplaintQueries.reportIds(manager, from, limit).stream()
                .map(id -> SUBJECT + id)
                .toList();
    }
}
