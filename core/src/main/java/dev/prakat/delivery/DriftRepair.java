package dev.prakat.delivery;

import dev.prakat.delivery.Desired.TakenDown;
import dev.prakat.delivery.Placements.Setting;
import dev.prakat.item.ItemLifecycle;
import dev.prakat.journal.Journal;
import dev.prakat.journal.Journal.Begun;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.Actor;
import dev.prakat.spi.Artefact;
import dev.prakat.spi.InventoryPage;
import dev.prakat.spi.Observation;
import dev.prakat.spi.ObserveRequest;
import dev.prakat.spi.PublishingTarget;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.spi.TakeDownReason;
import dev.prakat.spi.TakeDownRequest;
import dev.prakat.spi.TrafficOutcome;
import dev.prakat.spi.TrafficOutcome.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a website or a clock right again, by order of an officer only: what stands there may be somebody's work. */
final class DriftRepair {

    private final Journal journal;
    private final ItemLifecycle items;
    private final InstantSource clock;
    private final Setting setting;
    private final Printing printing;

    DriftRepair(Journal journal, ItemLifecycle items, InstantSource clock, Setting setting, Printing printing) {
        this.journal = journal;
        this.items = items;
        this.clock = clock;
        this.setting = setting;
        this.printing = printing;
    }

    PublishingTarget require(String name) {
        PublishingTarget target = setting.targets().get(name);
        if (target == null) {
            throw new PrakatException(
                    ProblemCode.NOT_FOUND,
                    "target '" + name + "': there is none; configured are "
                            + setting.targets().keySet().stream().sorted().toList() + ".");
        }
        return target;
    }

    void repair(Actor actor, DriftFinding finding) {
        String placement = finding.placement();
        if (placement != null) {
            doAgain(actor, finding, placement);
        } else {
            takeDownStranger(actor, finding);
        }
    }

    private void doAgain(Actor actor, DriftFinding finding, String placement) {
        // A placement that is none is refused inside the command, so that the try is in the traffic log.
        String item = placement.contains("@") ? placement.substring(0, placement.indexOf('@')) : placement;
        journal.command(actor, "placement.repair", item, recording -> {
            require(finding.target());
            requireKnown(actor, "order a repair of " + finding.address());
            PlacementEntity row = recording.manager().find(PlacementEntity.class, placement);
            if (row == null) {
                throw new PrakatException(ProblemCode.NOT_FOUND, "placement " + placement + ": there is none.");
            }
            boolean takeDown =
                    Desired.of(row.schedule(), row.begun(), recording.now(), Duration.ZERO) instanceof TakenDown;
            row.doAgain(takeDown, recording.now());
            recording.event(
                    "placement.repair-ordered",
                    item,
                    Map.of(
                            "placement",
                            placement,
                            "drift",
                            finding.drift().name(),
                            "address",
                            finding.address().toString()));
            return placement;
        });
    }

    /** An item that our database does not know there: taken down as the website calls it, above its fence. */
    private void takeDownStranger(Actor actor, DriftFinding finding) {
        PublishingTarget target = journal.command(actor, "placement.repair", finding.target(), recording -> {
            PublishingTarget found = require(finding.target());
            requireKnown(actor, "order a repair of " + finding.address());
            recording.event(
                    "placement.stranger-take-down",
                    finding.target(),
                    Map.of("address", finding.address().toString()));
            return found;
        });
        Begun begun = journal.begin(actor, "placement.take-down", finding.target());
        TrafficOutcome outcome = TrafficOutcome.ok(-1);
        try {
            Optional<InventoryPage.Entry> entry = listed(target, finding, begun);
            if (entry.isPresent()) {
                target.takeDown(request(begun, finding, entry.get(), clock.instant()));
                settleIfGone(begun, finding, entry.get(), target);
            }
        } catch (RuntimeException e) {
            outcome = TrafficOutcome.of(Status.FAILED, e.getClass().getSimpleName());
            throw e;
        } finally {
            begun.recorder().outcome(begun.intent(), outcome);
        }
    }

    /** Only what is seen to be gone is settled. */
    private void settleIfGone(Begun begun, DriftFinding finding, InventoryPage.Entry entry, PublishingTarget target) {
        ObserveRequest.Address address = new ObserveRequest.Address(
                entry.marker().item() + "@" + finding.target(),
                entry.marker().item(),
                finding.address(),
                Artefact.Kind.PAGE,
                null);
        List<Observation> seen = target.observe(new ObserveRequest(List.of(address), begun.recorder()));
        if (seen.size() == 1 && seen.get(0).answer() == Observation.Answer.ABSENT) {
            journal.inUnitOfWork(manager -> {
                DriftQueries.ofAddress(manager, finding.target(), finding.address())
                        .forEach(row -> row.settle(clock.instant()));
                return finding;
            });
        }
    }

    private static Optional<InventoryPage.Entry> listed(PublishingTarget target, DriftFinding finding, Begun begun) {
        String cursor = null;
        do {
            InventoryPage page = target.inventory(cursor, begun.recorder());
            Optional<InventoryPage.Entry> found = page.entries().stream()
                    .filter(entry -> entry.address().equals(finding.address()))
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
            cursor = page.next();
        } while (cursor != null);
        return Optional.empty();
    }

    private TakeDownRequest request(Begun begun, DriftFinding finding, InventoryPage.Entry entry, Instant now) {
        String item = entry.marker().item();
        String placement = item + "@" + finding.target();
        long fence = entry.fence() + 1;
        TakenDown down = new TakenDown(TakeDownKind.VANISH, TakeDownReason.ERROR, now);
        return new TakeDownRequest(
                placement,
                fence,
                placement + ":" + fence,
                item,
                down.kind(),
                down.reason(),
                printing.bareNotice(down),
                null,
                List.of(),
                printing.site(new Freshness(journal, items, setting.policy().categories()).known()),
                now,
                begun.recorder());
    }

    /** True when a sweep had begun later than now, which it then has not any more. */
    boolean acceptClock(Actor actor) {
        return journal.command(actor, "sweep.accept-clock", "sweep", recording -> {
            requireKnown(actor, "say which clock is right");
            Instant now = recording.now();
            List<SweepEntity> ahead = recording
                    .manager()
                    .createQuery("select s from SweepEntity s where s.began > ?1 order by s.began", SweepEntity.class)
                    .setParameter(1, now)
                    .getResultList();
            if (!ahead.isEmpty()) {
                Instant newest = ahead.get(ahead.size() - 1).lastBegan();
                ahead.forEach(sweep -> sweep.notLaterThan(now));
                recording.event("sweep.clock-accepted", "sweep", Map.of("ahead", newest.toString()));
            }
            return !ahead.isEmpty();
        });
    }

    private void requireKnown(Actor actor, String what) {
        if (setting.directory().find(actor.officer()).isEmpty()) {
            throw new PrakatException(
                    ProblemCode.NOT_ALLOWED,
                    actor.officer() + " may not " + what
                            + ": the staff directory does not know this key; who may: every officer whom it knows");
        }
    }
}
