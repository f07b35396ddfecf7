package dev.prakat.spi;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * Told what officers should know: a refusal with its reasons, an error that was found, a task that awaits somebody. Always
 * after the commit and outside of any unit of work, at least once, those of one subject in their order. Whatever it throws is
 * logged and never fails the command; the same event is then told again later, with the same id, and the later ones of its
 * subject wait. With several listeners an event is told again to all of them when one did not take it.
 *
 * <p>An implementation must be thread-safe and should return within seconds, because the officer who gave the command waits:
 * it best puts the event where the host's own mailer finds it. One that takes longer than a minute may be told the same event
 * by another machine too. It may give commands of its own.
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
     * @param type for example {@code item.refused}; see {@code docs/reference/journal.md}
     * @param subject the item, request or complaint
     * @param at when
     * @param actor who
     * @param to the officers whom it is for; may be empty when there are roles
     * @param roles whom else it is for, in the policy's words, when no officer can be named
     * @param details finished texts by name, for example {@code reason}; no personal data of the public. Empty when an order
     *     erased them before they were told
     */
    record Event(
            String id,
            String type,
            String subject,
            Instant at,
            OfficerId actor,
            Set<OfficerId> to,
            Set<String> roles,
            Map<String, String> details) {
        public Event {
            to = Set.copyOf(to);
            roles = Set.copyOf(roles);
            details = Map.copyOf(details);
        }
    }
}
