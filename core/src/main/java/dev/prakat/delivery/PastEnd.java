package dev.prakat.delivery;

import dev.prakat.delivery.PlacementEntity.Confirmed;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is past its end, by its period or by an order, and not proven gone. Asked state by state, in the order of an index and
 * never without a limit: a database that is asked for all of it at once believes that nearly every placement is past its end,
 * which is true only of those that are proven gone, and reads all that is public.
 */
final class PastEnd {

    /** So many of each state at the most, the oldest. */
    static final int AT_ONCE = 10_000;

    private static final String BEGUN = """
            select p.id, p.target, coalesce(p.orderedAt, p.plan.closes) from PlacementEntity p
            where p.state = :state and p.confirmed <> :nothing""";

    private static final String MISLAID = " and (p.due is null or p.due > :farthest)";

    private static final String RECALL = """
            update PlacementEntity p
            set p.due = :now, p.removal = true, p.version = p.version + 1
            where p.id in :ids and p.state <> :proven and (p.due is null or p.due > :farthest)""";

    /** How it came to be past its end. */
    private enum Why {
        PERIOD(" and p.plan.closes <= :now", " order by p.plan.closes"),
        ORDER(" and p.orderedAt <= :now and (p.plan.closes is null or p.plan.closes > :now)", " order by p.orderedAt");

        private final String condition;
        private final String order;

        Why(String condition, String order) {
            this.condition = condition;
            this.order = order;
        }
    }

    /**
     * One placement.
     *
     * @param since when it should have been gone
     */
    record Row(String placement, String target, Instant since) {}

    /** What was found; not whole when a state has more than {@link #AT_ONCE}. */
    record Found(List<Row> rows, boolean whole) {

        List<Row> of(String target) {
            return rows.stream().filter(row -> row.target().equals(target)).toList();
        }

        static @Nullable Instant oldest(List<Row> rows) {
            return rows.stream().map(Row::since).min(Instant::compareTo).orElse(null);
        }
    }

    private PastEnd() {}

    /** All of it. */
    static Found overdue(EntityManager manager, Instant now) {
        return find(manager, now, "", query -> query);
    }

    /** What is not due before an instant is due now; very much of it is recalled by several sweeps. */
    static int recallMislaid(EntityManager manager, Instant now, Instant farthest) {
        List<Row> mislaid = find(manager, now, MISLAID, query -> query.setParameter("farthest", farthest))
                .rows();
        List<String> ids = mislaid.stream().map(Row::placement).limit(AT_ONCE).toList();
        return ids.isEmpty()
                ? 0
                : manager.createQuery(RECALL)
                        .setParameter("now", now)
                        .setParameter("farthest", farthest)
                        .setParameter("ids", ids)
                        .setParameter("proven", PlacementState.REMOVAL_PROVEN)
                        .executeUpdate();
    }

    private static Found find(
            EntityManager manager, Instant now, String also, UnaryOperator<TypedQuery<Object[]>> parameters) {
        List<Row> rows = new ArrayList<>();
        boolean whole = true;
        for (PlacementState state : PlacementState.unproven()) {
            for (Why why : Why.values()) {
                TypedQuery<Object[]> query = manager.createQuery(
                                BEGUN + why.condition + also + why.order, Object[].class)
                        .setParameter("state", state)
                        .setParameter("nothing", Confirmed.NOTHING)
                        .setParameter("now", now)
                        .setMaxResults(AT_ONCE);
                List<Object[]> found = parameters.apply(query).getResultList();
                found.forEach(row -> rows.add(new Row((String) row[0], (String) row[1], (Instant) row[2])));
                whole &= found.size() < AT_ONCE;
            }
        }
        return new Found(rows, whole);
    }
}
