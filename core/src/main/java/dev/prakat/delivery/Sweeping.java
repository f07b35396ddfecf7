package dev.prakat.delivery;

import dev.prakat.delivery.Placements.Setting;
import dev.prakat.item.ItemLifecycle;
import dev.prakat.journal.Journal;
import dev.prakat.problem.Finding;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.Actor;
import dev.prakat.spi.PublishingTarget;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One pass after the other, each with one instant: what was approved is placed, then every website gets its lane. */
final class Sweeping {

    private static final Logger LOG = LoggerFactory.getLogger(Sweeping.class);

    private final Journal journal;
    private final ItemLifecycle items;
    private final InstantSource clock;
    private final Setting setting;
    private final Placing placing;
    private final Loading loading;
    private final Delivery delivery;
    private final Claims claims;
    private final Lanes lanes;
    private final DriftScan scan;
    private final GroupSizes groups = new GroupSizes();
    private final AtomicBoolean firstPass = new AtomicBoolean(true);

    Sweeping(Journal journal, ItemLifecycle items, InstantSource clock, Setting setting, Printing printing) {
        this.journal = journal;
        this.items = items;
        this.clock = clock;
        this.setting = setting;
        Actor actor = Actor.system("sweep");
        SweepPace pace = setting.pace();
        Agreement agreement = new Agreement(items, setting.store());
        this.placing = new Placing(journal, items, actor);
        this.loading = new Loading(items, agreement, pace.clockTolerance());
        this.delivery = new Delivery(
                new Delivery.Parts(journal, loading, agreement, new Requests(printing), setting.hook(), actor));
        this.claims = new Claims(journal, pace.node());
        this.lanes = new Lanes(setting.targets(), pace.executor(), pace.interval());
        this.scan = new DriftScan(journal, items, actor);
    }

    List<Finding> open(Map<String, String> orphans, boolean enter) {
        List<Finding> findings = Targets.compare(journal, setting.targets(), orphans, clock.instant());
        if (findings.isEmpty() && enter) {
            quietly(book -> Targets.enter(book, setting.targets()));
        }
        return findings;
    }

    SweepSummary sweep() {
        Instant now = clock.instant();
        Instant newest = newestStart();
        boolean behind = ClockCheck.isBehind(now, newest);
        if (behind) {
            LOG.atError().log(ClockCheck.problem(now, newest));
        }
        beat(now, behind, false);
        if (firstPass.getAndSet(false)) {
            setting.targets().keySet().forEach(target -> claims.endOfEarlierLives(target, now));
        }
        placing.run();
        mislaid(now);
        Lane.Parts parts = new Lane.Parts(
                journal,
                claims,
                delivery,
                freshness(),
                clock,
                now.plus(setting.pace().interval()),
                behind,
                this::scanABit,
                groups);
        SweepSummary summary = Sweep.summary(now, lanes.run((name, target) -> new Lane(parts, name, target, now)));
        beat(clock.instant(), behind, true);
        return summary;
    }

    private Freshness freshness() {
        return new Freshness(journal, items, setting.policy().categories());
    }

    /**
     * A row that somebody pushed into the future past Prakat would keep an item public: whatever is past its end and is not
     * due within the longest wait that Prakat itself ever sets, is due now.
     */
    private void mislaid(Instant now) {
        int found =
                journal.inUnitOfWork(manager -> PastEnd.recallMislaid(manager, now, now.plus(Failing.LONGEST_PEACE)));
        if (found > 0) {
            LOG.atError()
                    .addKeyValue("placements", found)
                    .log("Placements past their end were due far in the future or never: somebody changed their rows."
                            + " They are taken down now");
        }
    }

    private @Nullable Instant newestStart() {
        return journal.inUnitOfWork(
                manager -> manager.createQuery("select max(s.began) from SweepEntity s", Instant.class)
                        .getSingleResult());
    }

    /** The lane's leisure: a step of the scan for drift. */
    private void scanABit(String name, PublishingTarget target, Instant now) {
        Duration every = setting.pace().scanEvery();
        if (every != null) {
            scan.step(name, target, setting.pace().scanAddresses(), every, now);
        }
    }

    /** A whole scan, from the start. */
    void scan(String name, PublishingTarget target) {
        Instant now = clock.instant();
        lanes.alone(name, () -> {
            scan.fromTheStart(name);
            boolean more = true;
            while (more) {
                more = scan.step(name, target, Integer.MAX_VALUE, Duration.ofDays(1), now);
            }
        });
    }

    List<DueAction> due(int limit) {
        Instant now = clock.instant();
        return journal.inUnitOfWork(manager -> setting.targets().keySet().stream()
                .sorted()
                .flatMap(target -> PlacementQueries.dueRows(manager, target, now, limit).stream())
                .limit(limit)
                .map(row -> new DueAction(
                        row.id(),
                        row.item(),
                        row.target(),
                        loading.desired(manager, row, now).key(),
                        Objects.requireNonNull(row.due(), "asked for by it")))
                .toList());
    }

    /** Says that this node is alive; a clock that was set back does not rub out what it says. */
    private void beat(Instant at, boolean behind, boolean ended) {
        if (behind && !ended) {
            return;
        }
        quietly(book -> book.inUnitOfWork(manager -> {
            String node = setting.pace().node();
            SweepEntity entity = manager.find(SweepEntity.class, node);
            if (entity == null) {
                entity = new SweepEntity(node, at);
                manager.persist(entity);
            }
            if (ended) {
                entity.ended(at);
            } else {
                entity.began(at);
            }
            return entity;
        }));
    }

    /** When two nodes write the same at the same moment, one of them is enough. */
    private void quietly(Consumer<Journal> write) {
        try {
            write.accept(journal);
        } catch (PrakatException e) {
            if (e.code() != ProblemCode.CONFLICT) {
                throw e;
            }
        }
    }

    void close() {
        lanes.close();
    }
}
