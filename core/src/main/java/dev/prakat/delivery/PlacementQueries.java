package dev.prakat.delivery;

import dev.prakat.delivery.Claims.Due;
import dev.prakat.delivery.PlacementEntity.Confirmed;
import dev.prakat.item.ItemId;
import dev.prakat.spi.Artefact;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The questions and claims of this chapter. */
final class PlacementQueries {

    private static final String DUE = """
            where p.target = :target and p.removal = :removal and p.due <= :now""";

    private static final String NOT_HELD = " and p.id not in :held";

    /** As Jakarta Persistence's time-out of a lock: Hibernate's word for passing over. */
    private static final int SKIP_LOCKED = -2;

    private static final String DUE_ROWS = """
            select p from PlacementEntity p
            where p.target = :target and p.due <= :now
            order by p.removal desc, p.due, p.id""";

    private static final String UNCLAIMED = " and (p.claim.until is null or p.claim.until < :databaseNow)";

    private static final String CLAIM = """
            update PlacementEntity p
            set p.claim.token = :token, p.claim.until = :until
            where p.id = :id and (p.claim.until is null or p.claim.until < :databaseNow)""";

    private static final String END_CLAIMS = """
            update PlacementEntity p
            set p.claim.token = null, p.claim.until = null
            where p.target = :target and p.due <= :now and p.claim.token like :node and p.claim.token not like :life""";

    private static final String HOLD = """
            update PlacementEntity p
            set p.claim.until = :until
            where p.id in :ids and p.claim.token = :token""";

    private static final String RELEASE = """
            update PlacementEntity p
            set p.claim.token = null, p.claim.until = null
            where p.id in :ids and p.claim.token = :token""";

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
            order by p.plan.opens desc, p.id""";

    private static final String ARTEFACTS = """
            select a from ArtefactEntity a
            where a.placement = :placement
            order by a.kind, a.address""";

    private static final String USED_BY_OTHERS = """
            select distinct a.address from ArtefactEntity a, ArtefactEntity o, PlacementEntity p
            where a.placement = :placement and a.shared = false and a.kind = :file
            and o.sha256 = a.sha256 and o.address = a.address and o.placement <> a.placement and o.expected = true
            and p.id = o.placement and p.target = :target and p.confirmed in :maybeLive""";

    private static final String LAST_PUBLISHED = """
            select max(p.deliveredAt) from PlacementEntity p
            where p.plan.category = :category""";

    private static final String PUBLISHED_AT = """
            select p.item from PlacementEntity p
            where p.plan.category = :category and p.deliveredAt = :at
            order by p.item desc""";

    /** What was last published of a category itself. */
    record LastPublished(Instant at, ItemId item) {}

    private PlacementQueries() {}

    static List<String> due(EntityManager manager, Due due, boolean removal, Instant databaseNow) {
        return asked(manager, "select p.id from PlacementEntity p", due, removal, databaseNow, String.class)
                .getResultList();
    }

    /** The rows, locked until the unit of work ends; those that others have locked are passed over. */
    static List<PlacementEntity> lockDue(EntityManager manager, Due due, boolean removal, Instant databaseNow) {
        return asked(manager, "select p from PlacementEntity p", due, removal, databaseNow, PlacementEntity.class)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint("jakarta.persistence.lock.timeout", SKIP_LOCKED)
                .getResultList();
    }

    private static <T> TypedQuery<T> asked(
            EntityManager manager, String what, Due due, boolean removal, Instant databaseNow, Class<T> type) {
        String text = what + " " + DUE + UNCLAIMED + (due.held().isEmpty() ? "" : NOT_HELD) + " order by p.due, p.id";
        TypedQuery<T> query = manager.createQuery(text, type)
                .setParameter("target", due.target())
                .setParameter("removal", removal)
                .setParameter("now", due.now())
                .setParameter("databaseNow", databaseNow)
                .setMaxResults(due.limit());
        return due.held().isEmpty() ? query : query.setParameter("held", due.held());
    }

    /** How many placements of a target are due, whoever has claimed them. */
    static long countDue(EntityManager manager, Due due) {
        String text = "select count(p) from PlacementEntity p where p.target = :target and p.removal in :removal"
                + " and p.due <= :now" + (due.held().isEmpty() ? "" : NOT_HELD);
        TypedQuery<Long> query = manager.createQuery(text, Long.class)
                .setParameter("target", due.target())
                .setParameter("removal", due.publications() ? List.of(true, false) : List.of(true))
                .setParameter("now", due.now());
        return (due.held().isEmpty() ? query : query.setParameter("held", due.held())).getSingleResult();
    }

    /** What is due on a website, removals first. */
    static List<PlacementEntity> dueRows(EntityManager manager, String target, Instant now, int limit) {
        return manager.createQuery(DUE_ROWS, PlacementEntity.class)
                .setParameter("target", target)
                .setParameter("now", now)
                .setMaxResults(limit)
                .getResultList();
    }

    static int endClaims(EntityManager manager, String target, Instant now, String node, String life) {
        return manager.createQuery(END_CLAIMS)
                .setParameter("target", target)
                .setParameter("now", now)
                .setParameter("node", node + "%")
                .setParameter("life", life + "%")
                .executeUpdate();
    }

    static int hold(EntityManager manager, Collection<String> ids, Claim claim) {
        return manager.createQuery(HOLD)
                .setParameter("until", claim.until())
                .setParameter("ids", ids)
                .setParameter("token", claim.token())
                .executeUpdate();
    }

    static int release(EntityManager manager, Collection<String> ids, String token) {
        return manager.createQuery(RELEASE)
                .setParameter("ids", ids)
                .setParameter("token", token)
                .executeUpdate();
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

    /** The addresses of a placement's files at which a live item of the same website has the same file. */
    static Set<URI> usedByOthers(EntityManager manager, String placement, String target) {
        return manager.createQuery(USED_BY_OTHERS, String.class)
                .setParameter("placement", placement)
                .setParameter("file", Artefact.Kind.ATTACHMENT)
                .setParameter("target", target)
                .setParameter("maybeLive", EnumSet.of(Confirmed.REVISION, Confirmed.UNSURE))
                .getResultStream()
                .map(URI::create)
                .collect(Collectors.toSet());
    }

    /** What was last published of a category, or null: the end of an index, however many placements there are. */
    static @Nullable LastPublished lastPublished(EntityManager manager, String category) {
        Instant last = manager.createQuery(LAST_PUBLISHED, Instant.class)
                .setParameter("category", category)
                .getSingleResult();
        return last == null
                ? null
                : new LastPublished(
                        last,
                        new ItemId(manager.createQuery(PUBLISHED_AT, String.class)
                                .setParameter("category", category)
                                .setParameter("at", last)
                                .setMaxResults(1)
                                .getSingleResult()));
    }
}
