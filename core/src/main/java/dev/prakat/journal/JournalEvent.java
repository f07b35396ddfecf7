package dev.prakat.journal;

import dev.prakat.spi.LogReceipt;
import dev.prakat.spi.OfficerId;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Something that happened, as it was decided. Immutable; never changed or removed once stored.
 *
 * @param sequence its place in the journal, rising but not without gaps; 0 before it is stored
 * @param id a key that no other event has
 * @param subject the item, request or complaint
 * @param type what happened, for example {@code item.submitted}
 * @param at when, by the injected clock
 * @param officer who
 * @param details what was decided, by name; sorted
 * @param receipt where the intent stands in the traffic log
 */
public record JournalEvent(
        long sequence,
        String id,
        String subject,
        String type,
        Instant at,
        OfficerId officer,
        Map<String, String> details,
        LogReceipt receipt) {

    public JournalEvent {
        details = Collections.unmodifiableMap(new TreeMap<>(details));
    }
}
