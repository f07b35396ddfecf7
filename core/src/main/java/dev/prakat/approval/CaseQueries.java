package dev.prakat.approval;

import dev.prakat.approval.ApprovalCase.Status;
import dev.prakat.item.ItemId;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** The questions that this chapter asks the database about cases. */
final class CaseQueries {

    private static final String OF_ITEM = """
            select c from CaseEntity c
            where c.item = :item
            order by c.submittedAt, c.id""";

    private static final String NEWEST = """
            select c from CaseEntity c
            where c.item = :item
            order by c.submittedAt desc, c.id desc""";

    // With what was done in it: read by a second query, a case and its acts could be of two moments.
    private static final String OPEN_OF_ITEM = """
            select c from CaseEntity c left join fetch c.acts
            where c.item = :item and c.step is not null
            order by c.submittedAt desc, c.id desc""";

    private static final String COUNT = """
            select count(c) from CaseEntity c
            where c.item = :item""";

    private static final String WITH_DEADLINE = """
            select c from CaseEntity c
            where c.status in :open and c.stepDue is not null
            order by c.id""";

    private static final String LATE = """
            select c from CaseEntity c
            where c.status in :open and c.stepDue < :now and c.stepSoft = false
            and (c.escalatedStep is null or c.escalatedStep <> c.step)
            order by c.stepDue, c.id""";

    private static final String WITH_KEYS = """
            select distinct k.caseId, k.due, k.submitted from TaskKeyEntity k
            where k.key in :keys
            order by k.due nulls last, k.submitted, k.caseId""";

    private static final String TO_READ = """
            select c from CaseEntity c left join fetch c.acts
            where c.id in :ids""";

    private static final String KEYS = """
            select k from TaskKeyEntity k
            where k.caseId = :case""";

    /** No copy is kept to find changes by. */
    private static final String READ_ONLY = "org.hibernate.readOnly";

    private static final List<Status> OPEN = List.of(Status.IN_PROGRESS, Status.APPROVED, Status.REFUSED);

    private CaseQueries() {}

    static List<CaseEntity> withDeadline(EntityManager manager) {
        return manager.createQuery(WITH_DEADLINE, CaseEntity.class)
                .setParameter("open", OPEN)
                .getResultList();
    }

    /** The cases whose step is late and was not escalated, the longest overdue first. */
    static List<CaseEntity> late(EntityManager manager, Instant now, int limit) {
        return manager.createQuery(LATE, CaseEntity.class)
                .setParameter("open", OPEN)
                .setParameter("now", now)
                .setMaxResults(limit)
                .getResultList();
    }

    static List<CaseEntity> ofItem(EntityManager manager, ItemId item) {
        return manager.createQuery(OF_ITEM, CaseEntity.class)
                .setParameter("item", item.value())
                .getResultList();
    }

    static int count(EntityManager manager, ItemId item) {
        return manager.createQuery(COUNT, Long.class)
                .setParameter("item", item.value())
                .getSingleResult()
                .intValue();
    }

    static Optional<CaseEntity> newest(EntityManager manager, ItemId item) {
        return manager.createQuery(NEWEST, CaseEntity.class)
                .setParameter("item", item.value())
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** The cases of an item in which something is awaited, the newest first. */
    static List<CaseEntity> open(EntityManager manager, ItemId item) {
        return manager.createQuery(OPEN_OF_ITEM, CaseEntity.class)
                .setParameter("item", item.value())
                .getResultList();
    }

    /** The keys of the cases that are found by any of some keys, the one that is due first first, those without a time last. */
    static List<String> withKeys(EntityManager manager, Collection<String> keys, int first, int limit) {
        return manager.createQuery(WITH_KEYS, Object[].class)
                .setParameter("keys", keys)
                .setFirstResult(first)
                .setMaxResults(limit)
                .getResultStream()
                .map(row -> (String) row[0])
                .toList();
    }

    /** Cases with their acts by one question, in the order of their keys, to be read only. */
    static List<CaseEntity> toRead(EntityManager manager, List<String> ids) {
        Map<String, CaseEntity> found = manager
                .createQuery(TO_READ, CaseEntity.class)
                .setParameter("ids", ids)
                .setHint(READ_ONLY, true)
                // Not as a stream: rows of one case need not follow each other, and a stream would end its acts too
                // early.
                .getResultList()
                .stream()
                .collect(Collectors.toMap(CaseEntity::id, entity -> entity));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    static List<TaskKeyEntity> keys(EntityManager manager, String caseId) {
        return manager.createQuery(KEYS, TaskKeyEntity.class)
                .setParameter("case", caseId)
                .getResultList();
    }
}
