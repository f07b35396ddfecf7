package dev.prakat.item;

import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import jakarta.persistence.EntityManager;
import java.util.List;

/** The questions that this chapter asks the database. */
final class ItemQueries {

    private static final String NEWEST = """
            select i from ItemEntity i
            order by i.createdAt desc, i.id desc""";

    /** Into the unit of work, so that reading each item's revision asks no more. */
    private static final String REVISIONS = """
            select r from RevisionEntity r
            where r.id in :ids""";

    private static final String PENDING = """
            select i.id from ItemEntity i
            where i.deliveryPending = true
            order by i.approvedAt, i.id""";

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
        List<ItemEntity> found = manager.createQuery(NEWEST, ItemEntity.class)
                .setMaxResults(limit)
                .getResultList();
        manager.createQuery(REVISIONS, RevisionEntity.class)
                .setParameter(
                        "ids",
                        found.stream()
                                .map(entity -> RevisionEntity.key(entity.id(), entity.currentRevision()))
                                .toList())
                .getResultList();
        return found.stream().map(entity -> item(manager, entity)).toList();
    }

    static List<ItemId> pending(EntityManager manager, int limit) {
        return manager.createQuery(PENDING, String.class).setMaxResults(limit).getResultList().stream()
                .map(ItemId::new)
                .toList();
    }
}
