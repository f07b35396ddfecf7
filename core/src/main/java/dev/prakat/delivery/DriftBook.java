package dev.prakat.delivery;

import dev.prakat.delivery.DriftJudge.Difference;
import dev.prakat.delivery.PlacementEntity.Confirmed;
import dev.prakat.journal.Recording;
import dev.prakat.spi.InventoryPage;
import dev.prakat.spi.Marker;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Enters differences when they are first seen, and settles them when they are seen no more. */
final class DriftBook {

    /** Told of by the website itself; no public address ends like this. */
    private static final String AS_STORED = "#as-stored";

    private static final Logger LOG = LoggerFactory.getLogger(DriftBook.class);

    private DriftBook() {}

    /**
     * Enters what a look at a placement found.
     *
     * @param judged the addresses that could be judged; what is known of another one stays as it is
     */
    static void enter(
            Recording recording,
            String target,
            String placement,
            String item,
            List<Difference> differences,
            Collection<String> judged) {
        List<DriftEntity> open = DriftQueries.ofPlacement(recording.manager(), target, placement);
        for (DriftEntity known : open) {
            boolean still = differences.stream()
                    .anyMatch(difference -> difference.address().toString().equals(known.address()));
            if (!still && judged.contains(known.address())) {
                known.settle(recording.now());
                recording.event(
                        "placement.drift-settled", item, Map.of("placement", placement, "address", known.address()));
            }
        }
        differences.forEach(difference -> seen(recording, target, placement, item, difference, open));
    }

    private static void seen(
            Recording recording,
            String target,
            @Nullable String placement,
            String subject,
            Difference difference,
            List<DriftEntity> open) {
        Optional<DriftEntity> known = open.stream()
                .filter(one -> one.address().equals(difference.address().toString()))
                .findFirst();
        if (known.isPresent() && known.get().is(difference)) {
            known.get().seen(difference, recording.now());
            return;
        }
        if (known.isPresent()) {
            known.get().seen(difference, recording.now());
        } else {
            recording.manager().persist(new DriftEntity(target, placement, difference, recording.now()));
        }
        recording.event(
                "placement.drifted",
                subject,
                Map.of(
                        "placement",
                        placement == null ? "none" : placement,
                        "drift",
                        difference.drift().name(),
                        "address",
                        difference.address().toString(),
                        "expected",
                        difference.expected(),
                        "found",
                        difference.found()));
        LOG.atError()
                .addKeyValue("target", target)
                .addKeyValue("drift", difference.drift())
                .addKeyValue("address", difference.address())
                .addKeyValue("expected", difference.expected())
                .addKeyValue("found", difference.found())
                .log("A website is not as it was proven to be");
    }

    /** An entry of the website's own list: whether we know of it, and whether it knows of more than we do. */
    static void listed(Recording recording, String target, InventoryPage.Entry entry) {
        Marker marker = entry.marker();
        String key = marker.item() + "@" + target;
        PlacementEntity placement = recording.manager().find(PlacementEntity.class, key);
        List<DriftEntity> open = placement == null
                ? DriftQueries.ofAddress(recording.manager(), target, entry.address())
                : DriftQueries.ofPlacement(recording.manager(), target, key);
        if (placement != null) {
            altered(recording, target, placement, entry, open);
        }
        Optional<Difference> difference = stranger(placement, entry);
        difference.ifPresent(found -> seen(
                recording,
                target,
                placement == null ? null : key,
                placement == null ? target : marker.item(),
                found,
                open));
        if (difference.isEmpty() && placement != null) {
            open.stream()
                    .filter(known -> known.address().equals(entry.address().toString()))
                    .filter(known -> !isArtefact(recording, placement, known.address()))
                    .forEach(known -> known.settle(recording.now()));
        }
    }

    /** A change that only the website itself can tell: the public address looks as it should. */
    private static void altered(
            Recording recording,
            String target,
            PlacementEntity placement,
            InventoryPage.Entry entry,
            List<DriftEntity> open) {
        URI stored = URI.create(entry.address() + AS_STORED);
        String found = entry.altered();
        // The page may have got another address meanwhile; what was told of the old one is over either way.
        open.stream()
                .filter(known -> known.address().endsWith(AS_STORED))
                .filter(known -> found == null || !known.address().equals(stored.toString()))
                .forEach(known -> known.settle(recording.now()));
        if (found != null && placement.state() == PlacementState.LIVE_PROVEN) {
            Difference difference = new Difference(stored, Drift.ALTERED, "as it was published", found);
            seen(recording, target, placement.id(), entry.marker().item(), difference, open);
        }
    }

    private static boolean isArtefact(Recording recording, PlacementEntity placement, String address) {
        return PlacementQueries.artefacts(recording.manager(), placement.id()).stream()
                .anyMatch(artefact -> artefact.address().toString().equals(address));
    }

    private static Optional<Difference> stranger(@Nullable PlacementEntity placement, InventoryPage.Entry entry) {
        boolean shown = entry.marker().state() != Marker.State.GONE;
        String found = "listed by the website as " + entry.marker().state() + ", fence " + entry.fence();
        if (placement == null || placement.confirmed() == Confirmed.NOTHING) {
            return shown
                    ? Optional.of(new Difference(entry.address(), Drift.UNEXPECTED, "no such item here", found))
                    : Optional.empty();
        }
        if (entry.fence() > placement.fence()) {
            return Optional.of(new Difference(
                    entry.address(),
                    Drift.UNEXPECTED,
                    "fence " + placement.fence() + " or lower: was an older backup of the database restored?",
                    found));
        }
        boolean removed = placement.state() == PlacementState.REMOVAL_PROVEN
                && entry.marker().state() == Marker.State.PRESENT;
        return removed
                ? Optional.of(new Difference(entry.address(), Drift.STILL_PUBLIC, "taken down", found))
                : Optional.empty();
    }

    /** What has no placement and was not listed in the whole scan is there no more. */
    static void settleStray(Recording recording, String target, @Nullable Instant scanBegan) {
        if (scanBegan == null) {
            return;
        }
        DriftQueries.stray(recording.manager(), target).stream()
                .filter(known -> known.toFinding().lastSeen().isBefore(scanBegan))
                .forEach(known -> known.settle(recording.now()));
    }
}
