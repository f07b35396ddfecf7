package dev.prakat.journal;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The details of an event, parted: what was decided, in keys, hashes and codes, and what a person wrote about it. Only the
 * second can hold somebody's personal data, so only the second can be erased.
 *
 * @param details what was decided, by name
 * @param words what a person wrote, by name
 */
record EventWords(SortedMap<String, String> details, SortedMap<String, String> words) {

    /** The names of details that a person writes. */
    static final Set<String> NAMES = Set.of(
            "reason",
            "note",
            "how",
            "what",
            "report",
            "text",
            "waiver",
            "message",
            "place",
            "problems",
            "obstacles",
            "suggestions");

    static EventWords of(Map<String, String> all) {
        SortedMap<String, String> details = new TreeMap<>();
        SortedMap<String, String> words = new TreeMap<>();
        all.forEach((name, value) -> (NAMES.contains(name) ? words : details).put(name, value));
        return new EventWords(details, words);
    }
}
