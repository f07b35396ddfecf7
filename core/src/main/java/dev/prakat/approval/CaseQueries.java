package dev.prakat.approval;

import dev.prakat.item.ItemId;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/** The questions that this chapter asks the database. */
final class CaseQueries {

    private static final String OF_ITEM = """
            select c from CaseEntity c
            where c.item = :item
            order by c.submittedAt, c.id""";

    private static final String IN_STATUS = """
            select c from CaseEntity c
            where c.item = :item and c.status = :status
            order by c.submittedAt desc, c.id desc""";

    private static final String WITH_DEADLINE = """
            select c from CaseEntity c
            where c.status in :open and c.stepDue is not null
            order by c.id""";

    private CaseQueries() {}

    static List<CaseEntity> withDeadline(EntityManager manager) {
        return manager.createQuery(WITH_DEADLINE, CaseEntity.class)
                .setParameter("open", List.of(ApprovalCase.Status.IN_PROGRESS, ApprovalCase.Status.APPROVED))
                .getResultList();
    }

    static List<CaseEntity> ofItem(EntityManager manager, ItemId item) {
        return manager.createQuery(OF_ITEM, CaseEntity.class)
                .setParameter("item", item.value())
                .getResultList();
    }

    static Optional<CaseEntity> newest(EntityManager manager, ItemId item, ApprovalCase.Status status) {
        return manager.createQuery(IN_STATUS, CaseEntity.class)
                .setParameter("item", item.value())
                .setParameter("status", status)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }
}
