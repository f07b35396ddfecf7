package dev.prakat.item;

import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.OfficerId;
import jakarta.persistence.EntityManager;
import java.time.Instant;
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

    private static final List<String> WITH_PARTS = List.of(
            "select distinct r from RevisionEntity r left join fetch r.attachments where r.id in :keys",
            "select distinct r from RevisionEntity r left join fetch r.plan where r.id in :keys",
            "select distinct r from RevisionEntity r left join fetch r.fields where r.id in :keys");

    private static final String HISTORY = """
            select r.number, r.title, r.hash, r.removed, r.createdAt, r.createdBy from RevisionEntity r
            where r.item = :item
            order by r.number desc""";

    private static final int IN_ONE_QUESTION = 500;

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
        List<ItemEntity> entities = manager.createQuery(NEWEST, ItemEntity.class)
                .setMaxResults(limit)
                .getResultList();
        List<String> keys = entities.stream()
                .map(entity -> RevisionEntity.key(entity.id(), entity.currentRevision()))
                .toList();
        // The revisions and all that belongs to them come with three questions; then nothing is asked row by row.
        for (String question : WITH_PARTS) {
            for (int from = 0; from < keys.size(); from += IN_ONE_QUESTION) {
                manager.createQuery(question, RevisionEntity.class)
                        .setParameter("keys", keys.subList(from, Math.min(keys.size(), from + IN_ONE_QUESTION)))
                        .getResultList();
            }
        }
        return entities.stream().map(entity -> item(manager, entity)).toList();
    }

    static List<RevisionSummary> history(EntityManager manager, ItemId id) {
        return manager.createQuery(HISTORY, Object[].class)
                .setParameter("item", id.value())
                .getResultStream()
                .map(row -> new RevisionSummary(
                        (Integer) row[0],
                        (String) row[1],
                        (String) row[2],
                        RemovalLines.read((String) row[3]).size(),
                        (Instant) row[4],
                        new OfficerId((String) row[5])))
                .toList();
    }

    static List<ItemId> pending(EntityManager manager, int limit) {
        return manager.createQuery(PENDING, String.class).setMaxResults(limit).getResultList().stream()
                .map(ItemId::new)
                .toList();
    }
}
