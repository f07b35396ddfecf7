package dev.prakat.delivery;

import dev.prakat.category.CategoryId;
import dev.prakat.item.ItemId;
import dev.prakat.journal.Journal;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is where, for reports. Reads only, in columns and not in whole placements. Thread-safe. */
public final class PlacementFigures {

    /** Owner and title are asked for row by row, so that every page begins in the index where the one before it ended. */
    private static final String ALL = """
            select p.id, p.item, p.target, p.plan.category,
            (select i.ownerUnit from ItemEntity i where i.id = p.item), p.state, p.plan.opens, p.plan.closes,
            p.deliveredAt, p.orderedAt,
            (select r.title from RevisionEntity r
             where r.item = p.item and r.number = p.confirmedRevision and p.state in :public)
            from PlacementEntity p
            where p.id > :after
            order by p.id""";

    private static final String PERMANENT = """
            select p.id, p.item, p.target, p.plan.category, i.ownerUnit, r.title, q.reviewOn
            from PlacementEntity p, ItemEntity i, RevisionEntity r join r.plan q
            where i.id = p.item and r.item = p.item and r.number = p.plan.revision and q.target = p.target
            and p.plan.closes is null and p.orderedAt is null and p.state in :public and q.reviewOn is not null
            order by q.reviewOn, p.id""";

    private static final String IN_STATE = """
            select p.id from PlacementEntity p
            where p.target in :targets and p.state = :state
            order by p.id""";

    private static final String DRIFTED = """
            select coalesce(d.placement, d.address) from DriftEntity d
            where d.target in :targets and d.settled is null and d.drift in :drifts
            order by d.id""";

    private static final List<PlacementState> STANDS = List.of(PlacementState.LIVE, PlacementState.LIVE_PROVEN);
    private static final int PAGE = 5000;

    private final Journal journal;

    PlacementFigures(Journal journal) {
        this.journal = journal;
    }

    /**
     * Every placement.
     *
     * @param now the instant of the look
     * @param each is told every placement, by key, on this thread
     */
    public void all(Instant now, Consumer<PlacementFact> each) {
        String after = "";
        List<Object[]> page;
        do {
            String last = after;
            page = journal.inUnitOfWork(manager -> manager.createQuery(ALL, Object[].class)
                    .setParameter("public", STANDS)
                    .setParameter("after", last)
                    .setMaxResults(PAGE)
                    .getResultList());
            page.forEach(row -> each.accept(fact(row, now)));
            after = page.isEmpty() ? after : (String) page.get(page.size() - 1)[0];
        } while (page.size() == PAGE);
    }

    /**
     * What is public without an end.
     *
     * @return the placements, the one that is to be looked at first first
     */
    public List<PermanentPlacement> permanent() {
        return journal.inUnitOfWork(manager -> manager.createQuery(PERMANENT, Object[].class)
                .setParameter("public", STANDS)
                .getResultStream()
                .map(row -> new PermanentPlacement(
                        (String) row[0],
                        new ItemId((String) row[1]),
                        (String) row[2],
                        new CategoryId((String) row[3]),
                        (String) row[4],
                        (String) row[5],
                        (LocalDate) row[6]))
                .toList());
    }

    /**
     * What is behind the numbers of a look at health.
     *
     * @param health the look; its websites and its instant count
     * @return the placements
     */
    public Troubles troubles(Health health) {
        List<String> targets =
                health.targets().stream().map(TargetHealth::target).toList();
        return targets.isEmpty()
                ? new Troubles(List.of(), List.of(), List.of(), List.of(), List.of())
                : journal.inUnitOfWork(manager -> new Troubles(
                        PastEnd.overdue(manager, health.at()).rows().stream()
                                .filter(row -> targets.contains(row.target()))
                                .map(PastEnd.Row::placement)
                                .toList(),
                        inState(manager, targets, PlacementState.FAILED),
                        inState(manager, targets, PlacementState.DEAD),
                        drifted(manager, targets, EnumSet.allOf(Drift.class)),
                        drifted(manager, targets, EnumSet.of(Drift.STILL_PUBLIC))));
    }

    private static List<String> inState(EntityManager manager, List<String> targets, PlacementState state) {
        return manager.createQuery(IN_STATE, String.class)
                .setParameter("targets", targets)
                .setParameter("state", state)
                .getResultList();
    }

    private static List<String> drifted(EntityManager manager, List<String> targets, Set<Drift> drifts) {
        return manager.createQuery(DRIFTED, String.class)
                .setParameter("targets", targets)
                .setParameter("drifts", drifts)
                .getResultList();
    }

    private static PlacementFact fact(Object[] row, Instant now) {
        Instant closes = (Instant) row[7];
        Instant ordered = (Instant) row[9];
        Instant end = ordered == null ? closes : ordered;
        return new PlacementFact(
                (String) row[0],
                new ItemId((String) row[1]),
                (String) row[2],
                new CategoryId((String) row[3]),
                (String) row[4],
                (PlacementState) row[5],
                (Instant) row[6],
                closes,
                (Instant) row[8],
                past(end, now),
                (String) row[10]);
    }

    private static @Nullable Instant past(@Nullable Instant end, Instant now) {
        return end == null || end.isAfter(now) ? null : end;
    }
}
