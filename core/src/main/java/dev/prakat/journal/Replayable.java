package dev.prakat.journal;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * How a chapter lets its tables be compared with the events: the same facts about a subject, once rebuilt from its events alone
 * and once read from the tables. A fact is a name and a text, for example {@code item.state} and {@code DRAFT}; an absent one is
 * left out. Each column that says what was decided should be in one. Thread-safe.
 */
public interface Replayable {

    /**
     * Rebuilds the facts of one subject.
     *
     * @param events its events, oldest first; they may have been tampered with, so nothing may be taken for granted
     * @return what the tables should say; empty when the events are not of this chapter
     */
    SortedMap<String, String> rebuilt(List<JournalEvent> events);

    /**
     * Reads the facts of some subjects, in a number of queries that does not grow with theirs.
     *
     * @param manager the unit of work
     * @param subjects the subjects; some may have no rows in this chapter
     * @return what the tables say, by subject; a subject without rows may be left out
     */
    Map<String, SortedMap<String, String>> stored(EntityManager manager, Collection<String> subjects);

    /**
     * The subjects that have rows in this chapter's tables, a page at a time, so that a row without any event is found too.
     *
     * @param manager the unit of work
     * @param after the last subject of the page before; empty for the first page
     * @param limit how many at the most
     * @return the next subjects, in the database's own order; empty at the end
     */
    List<String> subjects(EntityManager manager, String after, int limit);
}
