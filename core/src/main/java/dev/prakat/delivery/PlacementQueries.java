package dev.prakat.delivery;

import dev.prakat.delivery.PlacementEntity.Confirmed;
import dev.prakat.item.ItemId;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The questions and claims of this chapter. */
final class PlacementQueries {

    private static final String DUE = """
            select p.id from PlacementEntity p
            where p.due <= :now
            order by p.removal desc, p.due, p.id""";

    private static final String CLAIM = """
            update PlacementEntity p
            set p.claim.token = :token, p.claim.until = :until
            where p.id = :id and (p.claim.until is null or p.claim.until < :databaseNow)""";

    private static final String OF_ITEM = """
            select p from PlacementEntity p
            where p.item = :item
            order by p.target""";

    private static final String OF_ITEMS = """
            select p from PlacementEntity p
            where p.item in :items
            order by p.item, p.target""";

    private static final String KEYS = """
            select distinct p.item from PlacementEntity p
            where p.item > :after
            order by p.item""";

    private static final String ARTEFACTS_OF = """
            select a from ArtefactEntity a
            where a.placement in :placements
            order by a.placement, a.kind, a.address""";

    private static final String NEWEST = """
            select p from PlacementEntity p
            order by p.opens desc, p.id""";

    private static final String ARTEFACTS = """
            select a from ArtefactEntity a
            where a.placement = :placement
            order by a.kind, a.address""";

    private static final String OVERDUE = """
            select count(p) from PlacementEntity p
            where (p.closes <= :now or p.orderedAt <= :now)
            and p.confirmed <> :nothing and p.state in :unproven""";

    private static final String IN_STATES = """
            select count(p) from PlacementEntity p
            where p.state in :states""";

    private static final String LAST_PUBLISHED = """
            select p.category, max(p.deliveredAt) from PlacementEntity p
            where p.deliveredAt is not null
            group by p.category""";

    private static final String PUBLISHED_AT = """
            select p.category, p.deliveredAt, p.item from PlacementEntity p
            where p.category in :categories and p.deliveredAt in :instants
            order by p.item""";

    /** What was last published of a category itself. */
    record LastPublished(String category, Instant at, ItemId item) {}

    private PlacementQueries() {}

    static List<String> due(EntityManager manager, Instant now, int limit) {
        return manager.createQuery(DUE, String.class)
                .setParameter("now", now)
                .setMaxResults(limit)
                .getResultList();
    }

    static boolean claim(EntityManager manager, String id, Claim wanted, Instant databaseNow) {
        return manager.createQuery(CLAIM)
                        .setParameter("token", wanted.token())
                        .setParameter("until", wanted.until())
                        .setParameter("id", id)
                        .setParameter("databaseNow", databaseNow)
                        .executeUpdate()
                == 1;
    }

    static List<PlacementEntity> ofItem(EntityManager manager, ItemId item) {
        return manager.createQuery(OF_ITEM, PlacementEntity.class)
                .setParameter("item", item.value())
                .getResultList();
    }

    static List<PlacementEntity> ofItems(EntityManager manager, Collection<ItemId> items) {
        return items.isEmpty()
                ? List.of()
                : manager.createQuery(OF_ITEMS, PlacementEntity.class)
                        .setParameter("items", items.stream().map(ItemId::value).toList())
                        .getResultList();
    }

    /** The items that have placements, a page at a time. */
    static List<String> keys(EntityManager manager, String after, int limit) {
        return manager.createQuery(KEYS, String.class)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }

    static Map<String, List<ArtefactEntity>> artefacts(EntityManager manager, List<PlacementEntity> placements) {
        return placements.isEmpty()
                ? Map.of()
                : manager.createQuery(ARTEFACTS_OF, ArtefactEntity.class)
                        .setParameter(
                                "placements",
                                placements.stream().map(PlacementEntity::id).toList())
                        .getResultStream()
                        .collect(Collectors.groupingBy(ArtefactEntity::placement));
    }

    static List<PlacementEntity> newest(EntityManager manager, int limit) {
        return manager.createQuery(NEWEST, PlacementEntity.class)
                .setMaxResults(limit)
                .getResultList();
    }

    static List<ArtefactEntity> artefacts(EntityManager manager, String placement) {
        return manager.createQuery(ARTEFACTS, ArtefactEntity.class)
                .setParameter("placement", placement)
                .getResultList();
    }

    static long overdue(EntityManager manager, Instant now) {
        return manager.createQuery(OVERDUE, Long.class)
                .setParameter("now", now)
                .setParameter("nothing", Confirmed.NOTHING)
                // Named one by one, so that an index finds them: nearly all of a grown table are proven removals.
                .setParameter("unproven", EnumSet.complementOf(EnumSet.of(PlacementState.REMOVAL_PROVEN)))
                .getSingleResult();
    }

    static long inStates(EntityManager manager, Collection<PlacementState> states) {
        return manager.createQuery(IN_STATES, Long.class)
                .setParameter("states", states)
                .getSingleResult();
    }

    /** What was last published of each category; two questions that an index answers, however many items there are. */
    static List<LastPublished> lastPublished(EntityManager manager) {
        Map<String, Instant> newest = manager.createQuery(LAST_PUBLISHED, Object[].class)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (Instant) row[1]));
        return newest.isEmpty()
                ? List.of()
                : manager.createQuery(PUBLISHED_AT, Object[].class)
                        .setParameter("categories", newest.keySet())
                        .setParameter("instants", newest.values())
                        .getResultStream()
                        .map(row -> new LastPublished((String) row[0], (Instant) row[1], new ItemId((String) row[2])))
                        .filter(last -> last.at().equals(newest.get(last.category())))
                        .toList();
    }
}
