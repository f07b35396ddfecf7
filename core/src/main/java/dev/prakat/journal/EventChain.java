package dev.prakat.journal;

import dev.prakat.journal.Difference.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether the events of a subject are those that were written: each at its place, whole, and chained to the one before. */
final class EventChain {

    private static final String WORDS_ERASED = "words.erased";

    private final String subject;
    private final @Nullable SubjectEntity head;
    private final List<EventEntity> events;
    private final List<Difference> found = new ArrayList<>();

    /**
     * Takes the rows of one subject.
     *
     * @param events its events in the order of their positions
     */
    EventChain(String subject, @Nullable SubjectEntity head, List<EventEntity> events) {
        this.subject = subject;
        this.head = head;
        this.events = events;
    }

    List<Difference> check() {
        Map<Integer, EventEntity> byPosition = new HashMap<>();
        for (EventEntity event : events) {
            if (event.position() < 1 || byPosition.putIfAbsent(event.position(), event) != null) {
                find(Kind.EVENT_ADDED, event.position(), "its place is taken, or is none");
            }
        }
        int counted = head == null ? 0 : head.events();
        int last = Math.max(
                counted,
                events.stream()
                        .map(EventEntity::position)
                        .max(Comparator.naturalOrder())
                        .orElse(0));
        if (head == null && !events.isEmpty()) {
            find(Kind.HEAD_CHANGED, 0, "it is missing, and there are " + events.size() + " events");
        }
        for (int position = 1; position <= last; position++) {
            EventEntity event = byPosition.get(position);
            if (event == null) {
                // Where the head counts more than there ever were, every event is whole and only the head is wrong.
                find(
                        Kind.EVENT_MISSING,
                        position,
                        position > counted ? "a later one is there" : "the head counts " + counted);
            } else {
                one(event, byPosition.get(position - 1), head != null && position > counted);
            }
        }
        checkHead(byPosition.get(counted));
        return found;
    }

    private void one(EventEntity event, @Nullable EventEntity before, boolean beyondHead) {
        // What stands before a gap is unknown, and the gap is reported already.
        boolean known = event.position() == 1 || before != null;
        if (known && !event.isWhole(before == null ? null : before.hash())) {
            find(Kind.EVENT_CHANGED, event.position(), "what it says, or the event before it, does not give its hash");
        }
        if (event.wordsAreGone() && !erasedLater(event.position())) {
            find(Kind.EVENT_CHANGED, event.position(), "its words are gone, and no order erased them");
        }
        if (beyondHead) {
            find(Kind.EVENT_ADDED, event.position(), "the head does not count it");
        }
    }

    private boolean erasedLater(int position) {
        return events.stream()
                .anyMatch(event -> event.position() > position && event.type().equals(WORDS_ERASED));
    }

    private void checkHead(@Nullable EventEntity last) {
        if (head != null && last != null && !Objects.equals(head.hash(), last.hash())) {
            find(Kind.HEAD_CHANGED, 0, "its hash is not that of event " + last.position());
        }
        if (head != null && head.events() < 1) {
            find(Kind.HEAD_CHANGED, 0, "it counts " + head.events() + " events");
        }
    }

    private void find(Kind kind, int position, String why) {
        found.add(new Difference(subject, kind, kind == Kind.HEAD_CHANGED ? "head" : "event " + position, why, null));
    }
}
