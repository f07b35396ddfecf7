package dev.prakat.journal;

import dev.prakat.spi.LogReceipt;
import dev.prakat.spi.OfficerId;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Something that happened, as it was decided. Immutable; never changed or removed once stored, save that an order may erase
 * what a person wrote in it.
 *
 * @param sequence its place in the journal, rising but not without gaps; 0 before it is stored
 * @param id a key that no other event has
 * @param subject the item, request or complaint
 * @param position its place in the account of its subject: 1, 2, 3 … without a gap
 * @param type what happened, for example {@code item.submitted}
 * @param at when, by the injected clock
 * @param officer who
 * @param details what was decided, by name; sorted
 * @param receipt where the intent stands in the traffic log
 * @param hash the hash of its canonical form, which covers the event before it too; see {@code docs/reference/journal.md}
 */
public record JournalEvent(
        long sequence,
        String id,
        String subject,
        int position,
        String type,
        Instant at,
        OfficerId officer,
        Map<String, String> details,
        LogReceipt receipt,
        String hash) {

    public JournalEvent {
        details = Collections.unmodifiableMap(new TreeMap<>(details));
    }

    /**
     * A detail.
     *
     * @param name its name
     * @return its text; empty when the event has none of that name
     */
    public String detail(String name) {
        return details.getOrDefault(name, "");
    }
}
