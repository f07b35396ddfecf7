package dev.prakat.item;

import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;

/** The questions that this chapter asks the database. */
final class ItemQueries {

    private static final String NEWEST = """
            select i from ItemEntity i
            order by i.createdAt desc, i.id desc""";

    private static final String PENDING = """
            select i.id from ItemEntity i
            where i.deliveryPending = true
            order by i.approvedAt, i.id""";

    private static final String KEYS = """
            select i.id from ItemEntity i
            where i.id > :after
            order by i.id""";

    private static final String ITEMS = """
            select i from ItemEntity i
            where i.id in :ids""";

    private static final String WITH_FILES = """
            select distinct r from RevisionEntity r left join fetch r.attachments
            where r.item in :ids
            order by r.item, r.number""";

    private static final String WITH_PLAN = """
            select distinct r from RevisionEntity r left join fetch r.plan
            where r.item in :ids""";

    private ItemQueries() {}

    static ItemEntity require(EntityManager manager, ItemId id) {
        ItemEntity found = manager.find(ItemEntity.class, id.value());
        if (found == null) {
            throw new PrakatException(
                    ProblemCode.NOT_FOUND, "item " + id + ": there is none. 'item list' shows those that there are.");
        }
        return found;
    }

    static Revision revision(EntityManager manager, ItemId id, int number) {
        RevisionEntity found = manager.find(RevisionEntity.class, RevisionEntity.key(id, number));
        if (found == null) {
            throw new PrakatException(ProblemCode.NOT_FOUND, "item " + id + ": there is no revision " + number + ".");
        }
        return found.toRevision();
    }

    static Item item(EntityManager manager, ItemEntity entity) {
        return entity.toItem(revision(manager, entity.id(), entity.currentRevision()));
    }

    static List<Item> newest(EntityManager manager, int limit) {
        return manager.createQuery(NEWEST, ItemEntity.class).setMaxResults(limit).getResultList().stream()
                .map(entity -> item(manager, entity))
                .toList();
    }

    static List<String> keys(EntityManager manager, String after, int limit) {
        return manager.createQuery(KEYS, String.class)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }

    static List<ItemEntity> items(EntityManager manager, Collection<String> ids) {
        return manager.createQuery(ITEMS, ItemEntity.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    /** Every revision of some items with all its rows. Two lists cannot be fetched by one query. */
    static List<RevisionEntity> revisions(EntityManager manager, Collection<String> ids) {
        List<RevisionEntity> revisions = manager.createQuery(WITH_FILES, RevisionEntity.class)
                .setParameter("ids", ids)
                .getResultList();
        manager.createQuery(WITH_PLAN, RevisionEntity.class)
                .setParameter("ids", ids)
                .getResultList();
        return revisions;
    }

    static List<ItemId> pending(EntityManager manager, int limit) {
        return manager.createQuery(PENDING, String.class).setMaxResults(limit).getResultList().stream()
                .map(ItemId::new)
                .toList();
    }
}
