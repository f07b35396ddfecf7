package dev.prakat.journal;

import dev.prakat.spi.Actor;
import dev.prakat.spi.LogReceipt;
import dev.prakat.transaction.UnitOfWork;
import dev.prakat.transaction.UnitOfWork.Completion;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a command works with while it runs: its unit of work, its one instant, and the way to tell the journal and the host's
 * listeners. One thread.
 */
public final class Recording {

    private final EntityManager manager;
    private final Actor actor;
    private final Instant now;
    private final LogReceipt receipt;
    private final UnitOfWork unitOfWork;
    private final Outbox outbox;
    private final Set<String> told = new HashSet<>();
    private @Nullable SubjectEntity first;

    Recording(EntityManager manager, Actor actor, Instant now, LogReceipt receipt, Journal.Parts parts) {
        this.manager = manager;
        this.actor = actor;
        this.now = now;
        this.receipt = receipt;
        this.unitOfWork = parts.unitOfWork();
        this.outbox = parts.outbox();
    }

    /**
     * The unit of work.
     *
     * @return its entity manager
     */
    public EntityManager manager() {
        return manager;
    }

    /**
     * Who acts.
     *
     * @return the actor
     */
    public Actor actor() {
        return actor;
    }

    /**
     * When the command acts.
     *
     * @return its one instant
     */
    public Instant now() {
        return now;
    }

    /**
     * Where the intent stands in the traffic log.
     *
     * @return the receipt
     */
    public LogReceipt receipt() {
        return receipt;
    }

    /**
     * Writes an event into the journal, in this unit of work, as the next of its subject. Details named {@code reason},
     * {@code note}, {@code how}, {@code what}, {@code report}, {@code text}, {@code waiver}, {@code message}, {@code place},
     * {@code problems}, {@code obstacles} and {@code suggestions} are what a person wrote: they are kept apart, so that {@link #eraseWords} can erase them. Every other detail is a key, a hash or a code, and is there for good: no
     * personal data of the public, no content.
     *
     * @param type what happened, for example {@code item.submitted}; at most 60 characters
     * @param subject the item, request or complaint; at most 110 characters
     * @param details what was decided, by name
     * @throws dev.prakat.problem.InvalidException listing every detail that holds half a character or U+0000
     */
    public void event(String type, String subject, Map<String, String> details) {
        KeptText.require(type, details);
        SubjectEntity head = first != null && first.subject().equals(subject) ? first : head(subject);
        EventEntity event = new EventEntity(this, type, head, details);
        boolean isNew = head.events() == 0;
        head.took(event);
        if (isNew) {
            manager.persist(head);
        }
        manager.persist(event);
    }

    /**
     * The command is the first about its subject, as it read before anything else. Looked for again at the first event, the head
     * of another first command could have come between.
     */
    void begins(String subject) {
        first = new SubjectEntity(subject);
    }

    private SubjectEntity head(String subject) {
        SubjectEntity found = manager.find(SubjectEntity.class, subject);
        return found == null ? new SubjectEntity(subject) : found;
    }

    /**
     * Tells the host's listeners, if this unit of work is committed: right after the commit on this thread, and again by
     * {@link Journal#notifyListeners()} until they took it. Nothing is stored when the host has no listener.
     *
     * @param notification what to tell, and whom it is for
     */
    public void notify(Notification notification) {
        if (!outbox.isUsed()) {
            return;
        }
        manager.persist(new NotificationEntity(this, notification));
        if (told.add(notification.subject())) {
            unitOfWork.afterCompletion(completion -> {
                if (completion == Completion.COMMITTED) {
                    outbox.deliver(notification.subject());
                }
            });
        }
    }

    /**
     * Does something after the commit, on this thread and outside of every unit of work; nothing after a roll-back. It may be
     * lost in a crash, so it must also be found undone and done by somebody else later. What it throws is logged.
     *
     * @param action what to do
     */
    public void afterCommit(Runnable action) {
        unitOfWork.afterCompletion(completion -> {
            if (completion == Completion.COMMITTED) {
                action.run();
            }
        });
    }

    /**
     * Erases what persons wrote in every event of a subject until now, and in what listeners are told of it. The events and
     * their hashes stay, and an event {@code words.erased} says by which order. A second call erases what came since.
     *
     * @param subject the item, request or complaint
     * @param order the number of the order
     */
    public void eraseWords(String subject, String order) {
        manager.flush();
        for (EventEntity event : EventQueries.withWords(manager, subject)) {
            event.eraseWords();
        }
        NotificationQueries.ofSubject(manager, subject).forEach(NotificationEntity::eraseDetails);
        event("words.erased", subject, Map.of("order", order));
    }
}
