package dev.prakat.delivery;

import dev.prakat.delivery.DriftJudge.Difference;
import dev.prakat.delivery.DriftJudge.Proven;
import dev.prakat.delivery.PlacementEntity.Confirmed;
import dev.prakat.item.ItemLifecycle;
import dev.prakat.journal.Journal;
import dev.prakat.journal.Journal.Begun;
import dev.prakat.journal.Recording;
import dev.prakat.spi.Actor;
import dev.prakat.spi.InventoryPage;
import dev.prakat.spi.Observation;
import dev.prakat.spi.ObserveRequest;
import dev.prakat.spi.PublishingTarget;
import dev.prakat.spi.TrafficOutcome;
import dev.prakat.spi.TrafficOutcome.Status;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks again at what was proven, a little at a time: every address of every placement of a website, then the website's own
 * list. How far it has come is in the database, so a restart goes on where the last step ended. It reports and repairs nothing.
 */
final class DriftScan {

    /** The website's list comes after the placements: the cursor of it has this before it. */
    private static final String LIST = "list:";

    private static final int PLACEMENTS_AT_ONCE = 50;

    private final Journal journal;
    private final ItemLifecycle items;
    private final Actor actor;

    DriftScan(Journal journal, ItemLifecycle items, Actor actor) {
        this.journal = journal;
        this.items = items;
        this.actor = actor;
    }

    /** One placement as it was read, with what is proven of it. */
    private record Checked(String placement, String item, int version, Proven proven, List<ArtefactEntity> artefacts) {}

    /** What a step works on: the placements from the cursor on, or the website's list from its cursor on. */
    private record Portion(
            @Nullable String listCursor,
            List<Checked> checked,
            @Nullable String next) {}

    /** The next step is the first of a new scan, wherever an earlier one stands. */
    void fromTheStart(String name) {
        journal.inUnitOfWork(manager -> {
            TargetEntity row = manager.find(TargetEntity.class, name);
            if (row != null) {
                row.scanAnew();
            }
            return name;
        });
    }

    /**
     * Does the next step.
     *
     * @param addresses how many addresses it may look at; a placement is never divided
     * @param every a new scan begins so long after the last one began
     * @return whether there is more to do in this scan
     */
    boolean step(String name, PublishingTarget target, int addresses, Duration every, Instant now) {
        Optional<Portion> portion = journal.inUnitOfWork(manager -> portion(manager, name, addresses, every, now));
        if (portion.isEmpty()) {
            return false;
        }
        Begun begun = journal.begin(actor, "target.scan", name);
        TrafficOutcome outcome = TrafficOutcome.ok(-1);
        try {
            String next = portion.get().listCursor() == null
                    ? placements(name, target, portion.get(), begun)
                    : list(name, target, portion.get().listCursor(), begun);
            return next != null;
        } catch (RuntimeException e) {
            outcome = TrafficOutcome.of(Status.FAILED, e.getClass().getSimpleName());
            throw e;
        } finally {
            begun.recorder().outcome(begun.intent(), outcome);
        }
    }

    private Optional<Portion> portion(EntityManager manager, String name, int addresses, Duration every, Instant now) {
        TargetEntity row = manager.find(TargetEntity.class, name);
        if (row == null || row.restsUntil(every, now)) {
            return Optional.empty();
        }
        String cursor = row.cursor() == null ? "" : row.cursor();
        if (cursor.startsWith(LIST)) {
            return Optional.of(new Portion(cursor.substring(LIST.length()), List.of(), null));
        }
        List<Checked> checked = new ArrayList<>();
        List<PlacementEntity> rows = DriftQueries.proven(manager, name, cursor, PLACEMENTS_AT_ONCE);
        int left = addresses;
        String last = cursor;
        for (PlacementEntity placement : rows) {
            if (left <= 0) {
                return Optional.of(new Portion(null, checked, last));
            }
            List<ArtefactEntity> artefacts = PlacementQueries.artefacts(manager, placement.id());
            checked(manager, placement, artefacts).ifPresent(checked::add);
            left -= artefacts.size();
            last = placement.id();
        }
        return Optional.of(new Portion(null, checked, rows.size() < PLACEMENTS_AT_ONCE ? LIST : last));
    }

    private Optional<Checked> checked(
            EntityManager manager, PlacementEntity placement, List<ArtefactEntity> artefacts) {
        Integer live = placement.confirmedRevision();
        Optional<Proven> proven = placement.confirmed() == Confirmed.REVISION && live != null
                ? items.revisionHash(manager, placement.item(), live).map(Proven.Live::new)
                : Optional.of(Proven.removed(placement.schedule()));
        return proven.map(
                what -> new Checked(placement.id(), placement.item().value(), placement.version(), what, artefacts));
    }

    private @Nullable String placements(String name, PublishingTarget target, Portion portion, Begun begun) {
        List<ObserveRequest.Address> addresses = portion.checked().stream()
                .flatMap(one -> one.artefacts().stream().map(artefact -> artefact.toAddress(one.item())))
                .toList();
        List<Observation> seen =
                addresses.isEmpty() ? List.of() : target.observe(new ObserveRequest(addresses, begun.recorder()));
        Proof.requireOneForEach(name, addresses, seen);
        String next = LIST.equals(portion.next()) && !target.capabilities().inventory() ? null : portion.next();
        journal.step(begun, recording -> {
            int at = 0;
            for (Checked one : portion.checked()) {
                judge(
                        recording,
                        name,
                        one,
                        seen.subList(at, at + one.artefacts().size()));
                at += one.artefacts().size();
            }
            Objects.requireNonNull(recording.manager().find(TargetEntity.class, name))
                    .scanned(next, portion.checked().size(), recording.now());
            return name;
        });
        return next;
    }

    /** What changed while the website was looked at is left for the next scan. */
    private static void judge(Recording recording, String target, Checked one, List<Observation> seen) {
        PlacementEntity now = recording.manager().find(PlacementEntity.class, one.placement());
        if (now == null || now.version() != one.version()) {
            return;
        }
        List<Difference> differences = new ArrayList<>();
        for (int i = 0; i < seen.size(); i++) {
            ArtefactEntity artefact = one.artefacts().get(i);
            DriftJudge.judge(
                            one.proven(),
                            artefact.expectation(),
                            artefact.toSnapshot().soft(),
                            seen.get(i))
                    .ifPresent(differences::add);
        }
        List<String> judged = seen.stream()
                .filter(observation -> observation.answer() != Observation.Answer.UNKNOWN)
                .map(observation -> observation.address().toString())
                .toList();
        DriftBook.enter(recording, target, one.placement(), one.item(), differences, judged);
    }

    /** What the website itself says that it holds. */
    private @Nullable String list(String name, PublishingTarget target, String cursor, Begun begun) {
        InventoryPage page = target.inventory(cursor.isEmpty() ? null : cursor, begun.recorder());
        String next = page.next() == null ? null : LIST + page.next();
        journal.step(begun, recording -> {
            for (InventoryPage.Entry entry : page.entries()) {
                DriftBook.listed(recording, name, entry);
            }
            TargetEntity row = Objects.requireNonNull(recording.manager().find(TargetEntity.class, name));
            if (next == null) {
                DriftBook.settleStray(recording, name, row.scanBegan());
            }
            row.scanned(next, 0, recording.now());
            return name;
        });
        return next;
    }
}
