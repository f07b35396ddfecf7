package dev.prakat.journal;

import dev.prakat.spi.Actor;
import dev.prakat.spi.LogReceipt;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Map;

/**
 * What a command works with while it runs: its unit of work, its one instant, and the way to tell the journal. One thread.
 *
 * @param manager the entity manager of the unit of work
 * @param actor who acts
 * @param now the instant of the command
 * @param receipt where the intent stands in the traffic log
 */
public record Recording(EntityManager manager, Actor actor, Instant now, LogReceipt receipt) {

    /**
     * Writes an event into the journal, in this unit of work.
     *
     * @param type what happened, for example {@code item.submitted}
     * @param subject the item, request or complaint
     * @param details what was decided, by name
     */
    public void event(String type, String subject, Map<String, String> details) {
        manager.persist(new EventEntity(this, type, subject, details));
    }
}
