package dev.prakat.journal;

import dev.prakat.journal.Difference.Kind;
import dev.prakat.transaction.UnitOfWork;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Rebuilds every subject from its events and compares it with the tables. Reads in pages, so memory does not grow with the
 * number of subjects; works beside commands that go on. Changes nothing. Thread-safe.
 */
public final class Replay {

    private static final int PAGE = 100;
    private static final int TRIES = 5;

    private final UnitOfWork unitOfWork;
    private final List<Replayable> chapters;

    /**
     * Wires the replay; hosts get it by {@code Prakat.replay()}.
     *
     * @param unitOfWork the way to the database
     * @param chapters the chapters that have facts
     */
    public Replay(UnitOfWork unitOfWork, List<Replayable> chapters) {
        this.unitOfWork = unitOfWork;
        this.chapters = List.copyOf(chapters);
    }

    /**
     * Replays every subject: those that have a head, events without one, and rows of the chapters without any event.
     *
     * @param each is told every difference as it is found, on this thread
     * @return what was found
     */
    public ReplayReport all(Consumer<Difference> each) {
        Tally tally = new Tally(each);
        pages(EventQueries::subjects, page -> page, tally);
        pages(EventQueries::headless, page -> page, tally);
        for (Replayable chapter : chapters) {
            pages(chapter::subjects, this::unknown, tally);
        }
        return tally.report();
    }

    /**
     * Replays one subject.
     *
     * @param subject the item, request or complaint
     * @return what was found; no subjects and no events when there is none of that name
     */
    public ReplayReport one(String subject) {
        Tally tally = new Tally(difference -> {});
        replay(List.of(subject), tally);
        return tally.report();
    }

    private void pages(Source source, Filter filter, Tally tally) {
        String after = "";
        while (true) {
            String from = after;
            List<String> page = unitOfWork.call(manager -> source.next(manager, from, PAGE));
            if (page.isEmpty()) {
                return;
            }
            replay(filter.keep(page), tally);
            after = page.get(page.size() - 1);
        }
    }

    /** Those of a chapter's subjects that neither a head nor an event has named, and that were therefore not replayed yet. */
    private List<String> unknown(List<String> page) {
        return unitOfWork.call(manager -> {
            TreeSet<String> left = new TreeSet<>(page);
            EventQueries.heads(manager, page).forEach(head -> left.remove(head.subject()));
            EventQueries.ofSubjects(manager, page).forEach(event -> left.remove(event.subject()));
            return List.copyOf(left);
        });
    }

    private void replay(List<String> subjects, Tally tally) {
        if (subjects.isEmpty()) {
            return;
        }
        for (Look look : readable(subjects)) {
            // A command may have come between two of the queries; what stays while the head stands still is a
            // difference.
            Look settled = look.differences().isEmpty() ? look : settled(look);
            tally.add(settled);
        }
    }

    private Look settled(Look first) {
        Look before = first;
        for (int tries = 1; tries < TRIES; tries++) {
            Look again = readable(List.of(before.subject())).get(0);
            if (again.differences().isEmpty()
                    || (again.version() == before.version()
                            && again.differences().equals(before.differences()))) {
                return again;
            }
            before = again;
        }
        return before;
    }

    /** A row that nobody of ours wrote can break the reading of a page: then each subject is looked at alone. */
    private List<Look> readable(List<String> subjects) {
        try {
            return looks(subjects);
        } catch (RuntimeException e) {
            // When the database does not answer at all, this says so and ends the replay.
            unitOfWork.call(manager ->
                    EventQueries.heads(manager, subjects.subList(0, 1)).size());
            return subjects.size() > 1
                    ? subjects.stream()
                            .flatMap(subject -> readable(List.of(subject)).stream())
                            .toList()
                    : List.of(new Look(subjects.get(0), true, 0, 0, List.of(unreadable(subjects.get(0), e))));
        }
    }

    private static Difference unreadable(String subject, RuntimeException e) {
        return new Difference(subject, Kind.UNREADABLE, "one of its rows", String.valueOf(e.getMessage()), null);
    }

    private List<Look> looks(Collection<String> subjects) {
        return unitOfWork.call(manager -> {
            Map<String, SubjectEntity> heads = new HashMap<>();
            EventQueries.heads(manager, subjects).forEach(head -> heads.put(head.subject(), head));
            Map<String, List<EventEntity>> events = new HashMap<>();
            EventQueries.ofSubjects(manager, subjects)
                    .forEach(event -> events.computeIfAbsent(event.subject(), key -> new ArrayList<>())
                            .add(event));
            List<Map<String, SortedMap<String, String>>> stored = chapters.stream()
                    .map(chapter -> chapter.stored(manager, subjects))
                    .toList();
            return subjects.stream()
                    .map(subject -> look(
                            subject,
                            heads.get(subject),
                            events.getOrDefault(subject, List.of()),
                            stored.stream()
                                    .map(facts -> facts.getOrDefault(subject, new TreeMap<>()))
                                    .toList()))
                    .toList();
        });
    }

    private Look look(
            String subject,
            @Nullable SubjectEntity head,
            List<EventEntity> events,
            List<SortedMap<String, String>> stored) {
        List<Difference> found = new ArrayList<>(new EventChain(subject, head, events).check());
        try {
            List<JournalEvent> said = events.stream().map(EventEntity::toEvent).toList();
            for (int i = 0; i < chapters.size(); i++) {
                compare(subject, chapters.get(i).rebuilt(said), stored.get(i), found);
            }
        } catch (RuntimeException e) {
            found.add(new Difference(
                    subject, Kind.UNREADABLE, "what its events say", String.valueOf(e.getMessage()), null));
        }
        boolean exists = head != null || !events.isEmpty() || stored.stream().anyMatch(facts -> !facts.isEmpty());
        return new Look(subject, exists, head == null ? 0 : head.events(), events.size(), found);
    }

    private static void compare(
            String subject, Map<String, String> events, Map<String, String> tables, List<Difference> found) {
        TreeSet<String> names = new TreeSet<>(events.keySet());
        names.addAll(tables.keySet());
        for (String name : names) {
            if (!Objects.equals(events.get(name), tables.get(name))) {
                found.add(new Difference(subject, Kind.FACT, name, events.get(name), tables.get(name)));
            }
        }
    }

    private interface Source {
        List<String> next(EntityManager manager, String after, int limit);
    }

    private interface Filter {
        List<String> keep(List<String> page);
    }

    /** What one look at a subject showed. */
    private record Look(String subject, boolean exists, int version, int events, List<Difference> differences) {}

    /** Counts, and keeps the first differences. */
    private static final class Tally {
        private final Consumer<Difference> each;
        private final List<Difference> first = new ArrayList<>();
        private long subjects;
        private long events;
        private long found;

        Tally(Consumer<Difference> each) {
            this.each = each;
        }

        void add(Look look) {
            subjects += look.exists() ? 1 : 0;
            events += look.events();
            for (Difference difference : look.differences()) {
                found++;
                if (first.size() < ReplayReport.LISTED) {
                    first.add(difference);
                }
                each.accept(difference);
            }
        }

        ReplayReport report() {
            return new ReplayReport(subjects, events, found, first);
        }
    }
}
