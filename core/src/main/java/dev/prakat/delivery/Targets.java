package dev.prakat.delivery;

import dev.prakat.delivery.PlacementEntity.Confirmed;
import dev.prakat.journal.Journal;
import dev.prakat.problem.Finding;
import dev.prakat.spi.PublishingTarget;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/**
 * Keeps book of the websites that were ever configured, so that one that is left out one day is not forgotten with what is
 * public on it.
 */
final class Targets {

    private static final String ALL = "select t from TargetEntity t order by t.name";

    private static final String MAYBE_PUBLIC = """
            select count(p) from PlacementEntity p
            where p.target = :target and p.confirmed in :maybe and p.state in :unproven""";

    private Targets() {}

    /**
     * Compares what is configured with what ever was.
     *
     * @param configured the websites by name
     * @param orphans the websites that are given up, with the reason
     * @return a finding for every website that is gone although something may be public on it
     */
    static List<Finding> compare(
            Journal journal, Map<String, PublishingTarget> configured, Map<String, String> orphans, Instant now) {
        return journal.inUnitOfWork(manager -> {
            List<Finding> findings = new ArrayList<>();
            for (TargetEntity known : all(manager)) {
                String why = orphans.get(known.name());
                if (configured.containsKey(known.name()) || (known.isOrphaned() && why == null)) {
                    continue;
                }
                long left = maybePublic(manager, known.name());
                if (why != null) {
                    known.orphaned(why, now);
                } else if (left > 0) {
                    findings.add(new Finding(
                            "target '" + known.name() + "'",
                            "prakat",
                            "found no such website in the settings, and " + left
                                    + " items are or may be public on it, which nobody could take down",
                            "configure it until its items are taken down, or give it up with orphan(\"" + known.name()
                                    + "\", reason)"));
                }
            }
            return findings;
        });
    }

    /** Enters what is configured. Two nodes that start at once may collide; one of them is enough. */
    static void enter(Journal journal, Map<String, PublishingTarget> configured) {
        configured.forEach((name, target) -> journal.inUnitOfWork(manager -> {
            String adapter = target.capabilities().adapter();
            TargetEntity known = manager.find(TargetEntity.class, name);
            if (known == null) {
                manager.persist(new TargetEntity(name, adapter));
            } else {
                known.configured(adapter);
            }
            return name;
        }));
    }

    static List<TargetEntity> all(EntityManager manager) {
        return manager.createQuery(ALL, TargetEntity.class).getResultList();
    }

    /** How many placements of a website are, or may be, public. */
    static long maybePublic(EntityManager manager, String target) {
        return manager.createQuery(MAYBE_PUBLIC, Long.class)
                .setParameter("target", target)
                .setParameter("maybe", EnumSet.of(Confirmed.REVISION, Confirmed.UNSURE))
                .setParameter("unproven", PlacementState.unproven())
                .getSingleResult();
    }
}
