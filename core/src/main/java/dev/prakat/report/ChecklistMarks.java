package dev.prakat.report;

import dev.prakat.item.ItemId;
import dev.prakat.item.Items;
import dev.prakat.journal.Journal;
import dev.prakat.journal.JournalEvent;
import dev.prakat.journal.Recording;
import dev.prakat.journal.Replayable;
import dev.prakat.problem.Finding;
import dev.prakat.problem.InvalidException;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.Actor;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What officers say of the entries of checklists: which item shows one, or why one does not apply. The newest word counts.
 * Thread-safe. Source: S003-R19
 */
public final class ChecklistMarks {

    private static final String OF_LIST = """
            select m from ChecklistMarkEntity m
            where m.list = :list
            order by m.entry""";

    private static final String BY_ID = """
            select m from ChecklistMarkEntity m
            where m.id in :ids""";

    private static final String KEYS = """
            select m.id from ChecklistMarkEntity m
            where m.id > :after
            order by m.id""";

    private static final int LONGEST_REASON = 1000;

    private final Journal journal;
    private final Items items;
    private final ReportDuty duty;

    ChecklistMarks(Journal journal, Items items, ReportDuty duty) {
        this.journal = journal;
        this.items = items;
        this.duty = duty;
    }

    /**
     * Says that an item shows what an entry asks for. It counts as long as the item is public.
     *
     * @param actor whom a standing duty of the kind COMPLETENESS or REPORT names
     * @param list the list
     * @param entry the entry's key
     * @param item the item
     * @return what is said now
     * @throws PrakatException {@code NOT_FOUND} if there is no such entry or item, {@code NOT_ALLOWED}
     */
    public ChecklistMark shownBy(Actor actor, Checklist list, String entry, ItemId item) {
        return say(actor, list, entry, item, "", known -> items.get(item));
    }

    /**
     * Says that an entry does not apply to the agency.
     *
     * @param actor whom a standing duty of the kind COMPLETENESS or REPORT names
     * @param list the list
     * @param entry the entry's key
     * @param reason why
     * @return what is said now
     * @throws InvalidException if no reason is given, or one longer than 1,000 characters
     * @throws PrakatException {@code NOT_FOUND} if there is no such entry, {@code NOT_ALLOWED}, {@code CONFLICT} if the list says that
     *     it must be there
     */
    public ChecklistMark notApplicable(Actor actor, Checklist list, String entry, String reason) {
        return say(actor, list, entry, null, reason.strip(), known -> refuse(list, known, reason));
    }

    private static void refuse(Checklist list, ChecklistEntry known, String reason) {
        if (reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
            throw new InvalidException(
                    ProblemCode.INVALID_INPUT,
                    "entry " + known.id(),
                    List.of(new Finding(
                            "reason",
                            "S003-R19",
                            "found " + reason.strip().length() + " characters, expected 1 to " + LONGEST_REASON,
                            "say why the entry does not apply")));
        }
        if (known.need() == ChecklistEntry.Need.YES) {
            throw new PrakatException(
                    ProblemCode.CONFLICT,
                    "entry " + known.id() + " (" + known.labelTh() + ") of " + list.id()
                            + " must be there; only what is asked for if there is any, or by a list that does not say,"
                            + " can be called not applicable. Publish it.");
        }
    }

    /**
     * What was said of a list.
     *
     * @param list the list's key
     * @return the newest word on each entry
     */
    public List<ChecklistMark> of(String list) {
        return journal.inUnitOfWork(manager -> manager.createQuery(OF_LIST, ChecklistMarkEntity.class)
                .setParameter("list", list)
                .getResultStream()
                .map(ChecklistMarkEntity::toMark)
                .toList());
    }

    private static ChecklistEntry require(Checklist list, String entry) {
        return list.find(entry)
                .orElseThrow(() -> new PrakatException(
                        ProblemCode.NOT_FOUND,
                        "checklist " + list.id() + " has no entry '" + entry + "'; it has "
                                + list.entries().stream()
                                        .map(ChecklistEntry::id)
                                        .toList()));
    }

    /** Checks inside the command, so that a refused try is in the traffic log. */
    private ChecklistMark say(
            Actor actor,
            Checklist list,
            String id,
            @Nullable ItemId item,
            String reason,
            Consumer<ChecklistEntry> check) {
        String subject = ChecklistMarkEntity.key(list.id(), id);
        return journal.command(actor, "checklist.mark", subject, recording -> {
            ChecklistEntry entry = require(list, id);
            check.accept(entry);
            duty.requireChecker(actor.officer(), "mark the checklist " + list.id(), recording.now());
            ChecklistMarkEntity mark = mark(recording, list, entry);
            mark.says(item, reason, actor.officer(), recording.now());
            Map<String, String> details = new HashMap<>(Map.of("reason", reason));
            if (item != null) {
                details.put("item", item.value());
            }
            recording.event("checklist.marked", subject, details);
            return mark.toMark();
        });
    }

    private static ChecklistMarkEntity mark(Recording recording, Checklist list, ChecklistEntry entry) {
        EntityManager manager = recording.manager();
        String key = ChecklistMarkEntity.key(list.id(), entry.id());
        ChecklistMarkEntity found = manager.find(ChecklistMarkEntity.class, key);
        if (found != null) {
            return found;
        }
        ChecklistMarkEntity mark =
                new ChecklistMarkEntity(list.id(), entry.id(), recording.actor().officer(), recording.now());
        manager.persist(mark);
        return mark;
    }

    /** What the events say about an entry, beside what its row says. */
    static final class Replayed implements Replayable {

        @Override
        public SortedMap<String, String> rebuilt(List<JournalEvent> events) {
            SortedMap<String, String> facts = new TreeMap<>();
            for (JournalEvent event : events) {
                if (event.type().equals("checklist.marked")) {
                    String item = event.detail("item");
                    facts.put(
                            "checklist.mark",
                            (item.isEmpty() ? "not applicable" : item) + " " + event.officer() + " " + event.at());
                }
            }
            return facts;
        }

        @Override
        public Map<String, SortedMap<String, String>> stored(EntityManager manager, Collection<String> subjects) {
            Map<String, SortedMap<String, String>> stored = new TreeMap<>();
            manager.createQuery(BY_ID, ChecklistMarkEntity.class)
                    .setParameter("ids", subjects)
                    .getResultStream()
                    .forEach(mark -> {
                        SortedMap<String, String> facts = new TreeMap<>();
                        mark.facts(facts);
                        stored.put(mark.id(), facts);
                    });
            return stored;
        }

        @Override
        public List<String> subjects(EntityManager manager, String after, int limit) {
            return manager.createQuery(KEYS, String.class)
                    .setParameter("after", after)
                    .setMaxResults(limit)
                    .getResultList();
        }
    }
}
