package dev.prakat.journal;

import dev.prakat.spi.PrakatListener;
import dev.prakat.transaction.DatabaseTime;
import dev.prakat.transaction.UnitOfWork;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands to the host's listeners what was committed, at least once, those of one subject in their order. A notification is
 * claimed for a minute before it is handed over, so that two machines do not both tell it; it is marked after every listener
 * took it, so that a crash in between tells it again. Thread-safe.
 */
final class Outbox {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int BATCH = 500;

    private final UnitOfWork unitOfWork;
    private final InstantSource clock;
    private final List<PrakatListener> listeners;

    Outbox(UnitOfWork unitOfWork, InstantSource clock, List<PrakatListener> listeners) {
        this.unitOfWork = unitOfWork;
        this.clock = clock;
        this.listeners = List.copyOf(listeners);
    }

    boolean isUsed() {
        return !listeners.isEmpty();
    }

    /** Delivers what is due of every subject, and forgets what was delivered a month ago. */
    int deliverDue() {
        if (!isUsed()) {
            return 0;
        }
        Set<String> seen = new HashSet<>();
        int delivered = 0;
        List<String> due = due(seen);
        while (!due.isEmpty()) {
            for (String subject : due) {
                delivered += deliver(subject);
            }
            due = due.size() < BATCH ? List.of() : due(seen);
        }
        Instant before = clock.instant().minus(KEPT);
        unitOfWork.call(manager -> {
            NotificationQueries.prune(manager, before);
            return before;
        });
        return delivered;
    }

    private List<String> due(Set<String> seen) {
        Instant now = clock.instant();
        return unitOfWork.call(manager -> NotificationQueries.due(manager, now, BATCH + seen.size())).stream()
                .filter(seen::add)
                .limit(BATCH)
                .toList();
    }

    /** Delivers what a subject has, until one is not taken, not due, or in other hands. */
    int deliver(String subject) {
        int delivered = 0;
        Optional<Claimed> next = unitOfWork.call(manager -> claimFirst(manager, subject));
        while (next.isPresent()) {
            Claimed claimed = next.get();
            String problem = handOver(claimed);
            // What was told is settled and the next one claimed with one commit.
            next = unitOfWork.call(manager -> {
                settle(manager, claimed, problem);
                return problem == null ? claimFirst(manager, subject) : Optional.empty();
            });
            delivered += problem == null ? 1 : 0;
        }
        return delivered;
    }

    private Optional<Claimed> claimFirst(EntityManager manager, String subject) {
        List<NotificationEntity> first = NotificationQueries.first(manager, subject);
        if (first.isEmpty() || !first.get(0).isDue(clock.instant())) {
            return Optional.empty();
        }
        NotificationEntity entity = first.get(0);
        PrakatListener.Event event = entity.toEvent();
        String token = UUID.randomUUID().toString();
        Instant databaseNow = DatabaseTime.now(manager);
        return NotificationQueries.claim(manager, entity.id(), token, databaseNow.plus(LEASE), databaseNow)
                ? Optional.of(new Claimed(event, token))
                : Optional.empty();
    }

    /**
     * Whatever a listener throws, an error too, is its own and is kept as the reason for the next try: the command that it
     * is told of is done already. Null when all of them took it.
     */
    private @Nullable String handOver(Claimed claimed) {
        @Nullable String problem = null;
        for (PrakatListener listener : listeners) {
            try {
                listener.on(claimed.event());
            } catch (Throwable e) {
                problem = e.getClass().getSimpleName() + ": " + e.getMessage();
                LOG.atWarn()
                        .addKeyValue("notification", claimed.event().id())
                        .addKeyValue("type", claimed.event().type())
                        .addKeyValue("subject", claimed.event().subject())
                        .setCause(e)
                        .log("A listener did not take a notification; it is told again later");
            }
        }
        return problem;
    }

    private void settle(EntityManager manager, Claimed claimed, @Nullable String problem) {
        Instant now = clock.instant();
        NotificationEntity entity =
                manager.find(NotificationEntity.class, claimed.event().id());
        // Whoever took longer than the lease has lost it, and the other one settles it.
        if (entity != null && entity.isClaimedBy(claimed.token())) {
            if (problem == null) {
                entity.delivered(now);
            } else {
                entity.failed(problem, now);
            }
        }
    }

    private record Claimed(PrakatListener.Event event, String token) {}
}
