package dev.prakat.journal;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What an event's hash covers: everything that it says, and by the hash of the event before it everything before. The form is
 * described in {@code docs/reference/journal.md} and never changes under the same head.
 */
final class EventHash {

    private EventHash() {}

    /** The event itself carries its words; only their own hash goes into this one, so that they can be erased. */
    static String of(JournalEvent event, @Nullable String wordsHash, @Nullable String previous) {
        return new FieldHash("prakat-event-v1")
                .field("previous", previous)
                .field("id", event.id())
                .field("subject", event.subject())
                .field("position", event.position())
                .field("type", event.type())
                .field("at", event.at())
                .field("officer", event.officer())
                .fields("detail", EventWords.of(event.details()).details())
                .field("words", wordsHash)
                .field("log-origin", event.receipt().origin())
                .field("log-index", event.receipt().index())
                .field("log-leaf", event.receipt().leafHash())
                .hex();
    }

    static String ofWords(String salt, SortedMap<String, String> words) {
        return new FieldHash("prakat-words-v1")
                .field("salt", salt)
                .fields("word", words)
                .hex();
    }
}
