package dev.prakat.spi;

import java.time.Instant;
import java.util.Map;

/**
 * Told what happened, after it was committed, at least once. What it throws is logged and never fails the command.
 */
@FunctionalInterface
public interface PrakatListener {

    /**
     * Something happened.
     *
     * @param event what happened
     */
    void on(Event event);

    /**
     * What happened. Immutable.
     *
     * @param id the same on every delivery of one event
     * @param type for example {@code item.refused}
     * @param subject the item, request or complaint
     * @param at when
     * @param actor who
     * @param details finished texts by name, for example {@code reason}; no personal data of the public
     */
    record Event(String id, String type, String subject, Instant at, OfficerId actor, Map<String, String> details) {
        public Event {
            details = Map.copyOf(details);
        }
    }
}
