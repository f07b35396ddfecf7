package dev.prakat.journal;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;

/** The questions about notifications, and their claims. */
final class NotificationQueries {

    private static final String OF_SUBJECT = """
            select n from NotificationEntity n
            where n.subject = :subject""";

    private static final String FIRST = """
            select n from NotificationEntity n
            where n.subject = :subject and n.delivered is null
            order by n.sequence""";

    private static final String DUE = """
            select n.subject from NotificationEntity n
            where n.nextAttempt <= :now
            group by n.subject
            order by min(n.sequence)""";

    private static final String UNDELIVERED = """
            select n from NotificationEntity n
            where n.nextAttempt is not null
            order by n.sequence""";

    private static final String CLAIM = """
            update NotificationEntity n
            set n.claimToken = :token, n.claimUntil = :until
            where n.id = :id and n.delivered is null
            and (n.claimUntil is null or n.claimUntil < :databaseNow)""";

    private static final String PRUNE = """
            delete from NotificationEntity n
            where n.delivered < :before""";

    private NotificationQueries() {}

    static List<NotificationEntity> ofSubject(EntityManager manager, String subject) {
        return manager.createQuery(OF_SUBJECT, NotificationEntity.class)
                .setParameter("subject", subject)
                .getResultList();
    }

    /** The oldest notification of a subject that was not delivered: no other one of it may go before. */
    static List<NotificationEntity> first(EntityManager manager, String subject) {
        return manager.createQuery(FIRST, NotificationEntity.class)
                .setParameter("subject", subject)
                .setMaxResults(1)
                .getResultList();
    }

    /** The subjects that have something due, the one that waits longest first. */
    static List<String> due(EntityManager manager, Instant now, int limit) {
        return manager.createQuery(DUE, String.class)
                .setParameter("now", now)
                .setMaxResults(limit)
                .getResultList();
    }

    static List<NotificationEntity> undelivered(EntityManager manager, int limit) {
        return manager.createQuery(UNDELIVERED, NotificationEntity.class)
                .setMaxResults(limit)
                .getResultList();
    }

    static boolean claim(EntityManager manager, String id, String token, Instant until, Instant databaseNow) {
        return manager.createQuery(CLAIM)
                        .setParameter("token", token)
                        .setParameter("until", until)
                        .setParameter("id", id)
                        .setParameter("databaseNow", databaseNow)
                        .executeUpdate()
                == 1;
    }

    static void prune(EntityManager manager, Instant before) {
        manager.createQuery(PRUNE).setParameter("before", before).executeUpdate();
    }
}
