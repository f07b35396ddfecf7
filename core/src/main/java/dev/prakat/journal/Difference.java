package dev.prakat.journal;

import org.jspecify.annotations.Nullable;

/**
 * Something that a replay found. Immutable.
 *
 * @param subject the item, request or complaint
 * @param kind what is wrong
 * @param what which event, for example {@code event 4}, or the name of the fact, for example {@code item.state}
 * @param events what the events say; of an event, what was found about it; null when they say nothing
 * @param tables what the tables say, or what was expected; null when they say nothing
 */
public record Difference(
        String subject,
        Kind kind,
        String what,
        @Nullable String events,
        @Nullable String tables) {

    /** What can be wrong. */
    public enum Kind {
        /** An event that was counted is not there. */
        EVENT_MISSING,
        /** An event is not as it was written. */
        EVENT_CHANGED,
        /** An event stands where none was written. */
        EVENT_ADDED,
        /** The head of the subject is missing, or is not that of its events. */
        HEAD_CHANGED,
        /** The events cannot be replayed, or a row cannot be read. */
        UNREADABLE,
        /** The tables do not say what the events say. */
        FACT
    }

    /**
     * The difference in a line, in English.
     *
     * @return for example {@code 261122-k3f9q2x7mh: item.state: the events say IN_APPROVAL, the tables say APPROVED}
     */
    public String line() {
        return switch (kind) {
            case EVENT_MISSING -> subject + ": " + what + " is missing" + because();
            case EVENT_CHANGED -> subject + ": " + what + " was changed" + because();
            case EVENT_ADDED -> subject + ": " + what + " was added" + because();
            case HEAD_CHANGED -> subject + ": the head of its events was changed" + because();
            case UNREADABLE -> subject + ": " + what + " cannot be read" + because();
            case FACT ->
                subject + ": " + what + ": the events say " + said(events) + ", the tables say " + said(tables);
        };
    }

    private String because() {
        return events == null ? "" : " (" + events + ")";
    }

    private static String said(@Nullable String text) {
        return text == null ? "nothing" : text;
    }
}
