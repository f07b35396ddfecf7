package dev.prakat.item;

import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.OfficerId;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The questions that this chapter asks the database. */
final class ItemQueries {

    private static final String NEWEST = """
            select i from ItemEntity i
            order by i.createdAt desc, i.id desc""";

    private static final String PENDING = """
            select i.id from ItemEntity i
            where i.deliveryPending = true
            order by i.approvedAt, i.id""";

    private static final String TITLES = """
            select i.id, r.title from ItemEntity i, RevisionEntity r
            where i.id in :ids and r.item = i.id and r.number = i.currentRevision""";

    private static final String OWNERS = """
            select i.id, i.ownerUnit from ItemEntity i
            where i.id in :ids""";

    private static final String SHORTENINGS = """
            select s from ShorteningEntity s
            where s.item in :items""";

    private static final String SHORTENED = """
            select s from ShorteningEntity s
            where s.item = :item""";
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

    static Map<ItemId, String> titles(EntityManager manager, Collection<ItemId> ids) {
        return byItem(manager, TITLES, ids);
    }

    static Map<ItemId, String> ownerUnits(EntityManager manager, Collection<ItemId> ids) {
        return byItem(manager, OWNERS, ids);
    }

    private static Map<ItemId, String> byItem(EntityManager manager, String question, Collection<ItemId> ids) {
        return ids.isEmpty()
                ? Map.of()
                : manager.createQuery(question, Object[].class)
                        .setParameter("ids", ids.stream().map(ItemId::value).toList())
                        .getResultStream()
                        .collect(Collectors.toMap(row -> new ItemId((String) row[0]), row -> (String) row[1]));
    }

    static List<ShorteningEntity> shortenings(EntityManager manager, Collection<String> items) {
        return manager.createQuery(SHORTENINGS, ShorteningEntity.class)
                .setParameter("items", items)
                .getResultList();
    }

    static List<ShorteningEntity> shortened(EntityManager manager, ItemId id) {
        return manager.createQuery(SHORTENED, ShorteningEntity.class)
                .setParameter("item", id.value())
                .getResultList();
    }

    static ItemEntity require(EntityManager manager, ItemId id) {
        ItemEntity found = manager.find(ItemEntity.class, id.value());
        if (found == null) {
            throw new PrakatException(
                    ProblemCode.NOT_FOUND, "item " + id + ": there is none. 'item list' shows those that there are.");
        }
        return found;
    }

    static Revision revision(EntityManager manager, ItemId id, int number) {
        return requireRevision(manager, id, number).toRevision();
    }

    static RevisionEntity requireRevision(EntityManager manager, ItemId id, int number) {
        RevisionEntity found = manager.find(RevisionEntity.class, RevisionEntity.key(id, number));
        if (found == null) {
            throw new PrakatException(ProblemCode.NOT_FOUND, "item " + id + ": there is no revision " + number + ".");
        }
        return found;
    }

    static Optional<String> hash(EntityManager manager, ItemId id, int number) {
        return manager.createQuery("select r.hash from RevisionEntity r where r.id = :key", String.class)
                .setParameter("key", RevisionEntity.key(id, number))
                .getResultStream()
                .findFirst();
    }

    static Item item(EntityManager manager, ItemEntity entity) {
        Map<String, Instant> shortened = entity.wasApproved()
                ? shortened(manager, entity.id()).stream()
                        .collect(Collectors.toMap(ShorteningEntity::target, ShorteningEntity::closes))
                : Map.of();
        return entity.toItem(revision(manager, entity.id(), entity.currentRevision()), shortened);
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
