package dev.prakat.delivery;

import dev.prakat.delivery.Delivery.Ending;
import dev.prakat.delivery.Delivery.Work;
import dev.prakat.journal.Journal;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.PublishingTarget;
import dev.prakat.transaction.DatabaseTime;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One pass over what is due: one instant, removals first. A failing placement never stops the others. One thread. */
final class Sweep {

    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final int BATCH = 500;

    private final Journal journal;
    private final Delivery delivery;
    private final Map<String, PublishingTarget> targets;
    private final Instant now;
    private final Map<Ending, Integer> counts = new EnumMap<>(Ending.class);
    private final Set<String> silentTargets = new HashSet<>();
    private final Set<String> seen = new HashSet<>();
    private int skipped;

    Sweep(Journal journal, Delivery delivery, Map<String, PublishingTarget> targets, Instant now) {
        this.journal = journal;
        this.delivery = delivery;
        this.targets = targets;
        this.now = now;
    }

    SweepSummary run() {
        List<String> due = due();
        while (!due.isEmpty()) {
            due.forEach(this::one);
            due = due.size() < BATCH ? List.of() : due();
        }
        return new SweepSummary(
                now,
                count(Ending.PUBLISHED),
                count(Ending.TAKEN_DOWN),
                count(Ending.PROVEN),
                count(Ending.UNPROVEN),
                count(Ending.FAILED) + count(Ending.UNAVAILABLE),
                skipped);
    }

    /** What is due and was not looked at in this pass: a placement is tried once a sweep. */
    private List<String> due() {
        return journal.inUnitOfWork(manager -> PlacementQueries.due(manager, now, BATCH + seen.size())).stream()
                .filter(seen::add)
                .limit(BATCH)
                .toList();
    }

    private void one(String id) {
        Optional<Work> work = claim(id);
        if (work.isEmpty()) {
            skipped++;
            return;
        }
        try {
            Ending ending = delivery.act(work.get());
            counts.merge(ending, 1, Integer::sum);
            if (ending == Ending.UNAVAILABLE) {
                silentTargets.add(id.substring(id.indexOf('@') + 1));
            }
        } catch (RuntimeException e) {
            counts.merge(Ending.FAILED, 1, Integer::sum);
            LOG.atError().addKeyValue("placement", id).setCause(e).log("A placement could not be worked on");
        } finally {
            release(work.get());
        }
    }

    /** The claim; none when another has it, or is taking it at this moment. */
    private Optional<Work> claim(String id) {
        try {
            return tryClaim(id);
        } catch (PrakatException e) {
            if (e.code() == ProblemCode.CONFLICT) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private Optional<Work> tryClaim(String id) {
        String token = UUID.randomUUID().toString();
        return journal.inUnitOfWork(manager -> {
            PlacementEntity placement = manager.find(PlacementEntity.class, id);
            if (placement == null || silentTargets.contains(placement.target())) {
                return Optional.empty();
            }
            PublishingTarget target = targets.get(placement.target());
            if (target == null) {
                LOG.atError()
                        .addKeyValue("placement", id)
                        .log("The placement's target is not configured here; what it shows cannot be kept right");
                return Optional.empty();
            }
            Instant databaseNow = DatabaseTime.now(manager);
            Claim wanted = new Claim(token, databaseNow.plus(LEASE));
            if (!PlacementQueries.claim(manager, id, wanted, databaseNow)) {
                return Optional.empty();
            }
            manager.refresh(placement);
            Desired desired = delivery.desired(manager, placement, now);
            return Optional.of(new Work(id, token, target, desired, now));
        });
    }

    private void release(Work work) {
        journal.inUnitOfWork(manager -> {
            PlacementEntity placement = manager.find(PlacementEntity.class, work.placement());
            if (placement != null && work.token().equals(placement.claim().token())) {
                placement.release();
            }
            return work;
        });
    }

    private int count(Ending ending) {
        return counts.getOrDefault(ending, 0);
    }
}
