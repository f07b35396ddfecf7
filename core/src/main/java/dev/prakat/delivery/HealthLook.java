package dev.prakat.delivery;

import dev.prakat.delivery.PlacementEntity.Confirmed;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Looks whether the promise is being kept. Reads only the database, and of it only what an index finds. */
final class HealthLook {

    /** Lateness is told of so many of the newest removals of each website. */
    private static final int NEWEST = 1000;

    /** Reads all that is public; asked only when very much is overdue. */
    private static final String OVERDUE = """
            select count(p) from PlacementEntity p
            where p.target = :target and (p.plan.closes <= :now or p.orderedAt <= :now)
            and p.confirmed <> :nothing and p.state in :unproven""";

    private static final String IN_STATE = """
            select count(p) from PlacementEntity p
            where p.target = :target and p.state = :state""";

    private static final String LATE = """
            select p.lateMillis from PlacementEntity p
            where p.target = :target and p.state = :proven and p.lateMillis is not null
            order by p.provenAt desc""";

    private static final String LAST_SWEEP = "select max(s.ended) from SweepEntity s";
    private static final String LATEST_START = "select max(s.began) from SweepEntity s";

    private final EntityManager manager;
    private final Instant now;
    private final Duration interval;

    HealthLook(EntityManager manager, Instant now, Duration interval) {
        this.manager = manager;
        this.now = now;
        this.interval = interval;
    }

    Health look(Set<String> configured) {
        Instant last = manager.createQuery(LAST_SWEEP, Instant.class).getSingleResult();
        Set<String> names = new TreeSet<>(configured);
        List<String> alarms = new ArrayList<>();
        List<TargetEntity> known = Targets.all(manager);
        for (TargetEntity target : known) {
            if (target.isOrphaned() && !configured.contains(target.name())) {
                long left = Targets.maybePublic(manager, target.name());
                if (left > 0) {
                    names.add(target.name());
                    alarms.add("target '" + target.name() + "' was given up (" + target.orphanedWhy() + ") while "
                            + left + " items are or may be public there; nobody takes them down");
                }
            }
        }
        Instant began = manager.createQuery(LATEST_START, Instant.class).getSingleResult();
        if (ClockCheck.isBehind(now, began)) {
            alarms.add(ClockCheck.problem(now, began));
        }
        PastEnd.Found pastEnd = PastEnd.overdue(manager, now);
        List<TargetHealth> targets = names.stream()
                .map(name -> target(name, configured.contains(name), known, pastEnd))
                .toList();
        return new Health(
                status(last, targets, alarms),
                now,
                last,
                targets.stream().mapToLong(TargetHealth::overdue).sum(),
                targets.stream().mapToLong(TargetHealth::failing).sum(),
                targets.stream().mapToLong(TargetHealth::dead).sum(),
                targets,
                alarms);
    }

    private Health.Status status(Instant last, List<TargetHealth> targets, List<String> alarms) {
        if (last == null) {
            return Health.Status.NEVER_RAN;
        }
        if (Duration.between(last, now).compareTo(interval.multipliedBy(3)) > 0) {
            return Health.Status.STALE;
        }
        if (targets.stream().anyMatch(target -> target.overdue() + target.stillPublic() > 0)) {
            return Health.Status.OVERDUE;
        }
        return alarms.isEmpty() && targets.stream().allMatch(TargetHealth::isWell)
                ? Health.Status.UP
                : Health.Status.DEGRADED;
    }

    private TargetHealth target(String name, boolean configured, List<TargetEntity> known, PastEnd.Found pastEnd) {
        List<PastEnd.Row> overdue = pastEnd.of(name);
        List<Long> late = manager.createQuery(LATE, Long.class)
                .setParameter("target", name)
                .setParameter("proven", PlacementState.REMOVAL_PROVEN)
                .setMaxResults(NEWEST)
                .getResultList();
        return new TargetHealth(
                name,
                configured,
                pastEnd.whole() ? overdue.size() : countOverdue(name),
                PastEnd.Found.oldest(overdue),
                inState(name, PlacementState.FAILED),
                inState(name, PlacementState.DEAD),
                DriftQueries.open(manager, name, EnumSet.allOf(Drift.class)),
                DriftQueries.open(manager, name, EnumSet.of(Drift.STILL_PUBLIC)),
                Lateness.of(late),
                known.stream()
                        .filter(target -> target.name().equals(name))
                        .findFirst()
                        .map(TargetEntity::scanEnded)
                        .orElse(null));
    }

    private long countOverdue(String target) {
        return manager.createQuery(OVERDUE, Long.class)
                .setParameter("target", target)
                .setParameter("now", now)
                .setParameter("nothing", Confirmed.NOTHING)
                .setParameter("unproven", PlacementState.unproven())
                .getSingleResult();
    }

    private long inState(String target, PlacementState state) {
        return manager.createQuery(IN_STATE, Long.class)
                .setParameter("target", target)
                .setParameter("state", state)
                .getSingleResult();
    }
}
