package dev.prakat.journal;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The questions about events and heads. */
final class EventQueries {

    private static final String OF_SUBJECT = """
            select e from EventEntity e
            where e.subject = :subject
            order by e.position, e.sequence""";

    private static final String SINCE = """
            select e from EventEntity e
            where e.subject = :subject and e.position > :position
            order by e.position, e.sequence""";

    private static final String WITH_WORDS = """
            select e from EventEntity e
            where e.subject = :subject and e.words is not null""";

    private static final String OF_SUBJECTS = """
            select e from EventEntity e
            where e.subject in :subjects
            order by e.subject, e.position, e.sequence""";

    private static final String HAPPENED = """
            select e from EventEntity e
            where e.type in :types and e.at >= :after and e.at < :until
            and (e.at > :after or e.sequence > :sequence)
            order by e.at, e.sequence""";

    private static final String HEADS = """
            select s from SubjectEntity s
            where s.subject in :subjects""";

    private static final String SUBJECTS = """
            select s.subject from SubjectEntity s
            where s.subject > :after
            order by s.subject""";

    private static final String HEADLESS = """
            select distinct e.subject from EventEntity e
            where e.subject > :after
            and not exists (select 1 from SubjectEntity s where s.subject = e.subject)
            order by e.subject""";

    private EventQueries() {}

    static List<EventEntity> ofSubject(EntityManager manager, String subject) {
        return manager.createQuery(OF_SUBJECT, EventEntity.class)
                .setParameter("subject", subject)
                .getResultList();
    }

    /** The events after a position, the oldest first. */
    static List<EventEntity> since(EntityManager manager, String subject, int position, int limit) {
        return manager.createQuery(SINCE, EventEntity.class)
                .setParameter("subject", subject)
                .setParameter("position", position)
                .setMaxResults(limit)
                .getResultList();
    }

    static List<EventEntity> withWords(EntityManager manager, String subject) {
        return manager.createQuery(WITH_WORDS, EventEntity.class)
                .setParameter("subject", subject)
                .getResultList();
    }

    static List<EventEntity> ofSubjects(EntityManager manager, Collection<String> subjects) {
        return manager.createQuery(OF_SUBJECTS, EventEntity.class)
                .setParameter("subjects", subjects)
                .getResultList();
    }

    /**
     * The next events of some types, in the order in which they happened. Each page begins in the index where the one before it
     * ended.
     */
    static List<EventEntity> happened(EntityManager manager, Happened asked, Instant after, long sequence, int limit) {
        return manager.createQuery(HAPPENED, EventEntity.class)
                .setParameter("types", asked.types())
                .setParameter("until", asked.until())
                .setParameter("after", after)
                .setParameter("sequence", sequence)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Events of which types, and before when. */
    record Happened(Collection<String> types, Instant until) {}

    static List<SubjectEntity> heads(EntityManager manager, Collection<String> subjects) {
        return manager.createQuery(HEADS, SubjectEntity.class)
                .setParameter("subjects", subjects)
                .getResultList();
    }

    /** The next subjects that have a head, in the database's order. */
    static List<String> subjects(EntityManager manager, String after, int limit) {
        return page(manager, SUBJECTS, after, limit);
    }

    /** The next subjects that have events and no head. */
    static List<String> headless(EntityManager manager, String after, int limit) {
        return page(manager, HEADLESS, after, limit);
    }

    private static List<String> page(EntityManager manager, String query, String after, int limit) {
        return manager.createQuery(query, String.class)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }
}
