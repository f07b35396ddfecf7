package dev.prakat.delivery;

import dev.prakat.delivery.Delivery.Loaded;
import dev.prakat.delivery.Delivery.Work;
import dev.prakat.delivery.Desired.Present;
import dev.prakat.delivery.Desired.TakenDown;
import dev.prakat.journal.Journal;
import dev.prakat.journal.Journal.Begun;
import dev.prakat.journal.Recording;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.InventoryPage;
import dev.prakat.spi.Marker;
import dev.prakat.spi.Observation;
import dev.prakat.spi.ObserveRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Looks at every public address that was captured when an item was published, and says whether all of them are as they must
 * be. Nothing else makes a delivery done.
 */
final class Proof {

    private final Journal journal;

    Proof(Journal journal) {
        this.journal = journal;
    }

    /** Looks, stores what was seen, and moves the placement on; true when every address is as expected. */
    boolean look(Work work, Begun begun, Loaded loaded) {
        String item = loaded.item().id().value();
        List<ObserveRequest.Address> addresses =
                journal.inUnitOfWork(manager -> PlacementQueries.artefacts(manager, work.placement()).stream()
                        .map(entity -> entity.toAddress(item))
                        .toList());
        List<Observation> seen = work.target().observe(new ObserveRequest(addresses, begun.recorder()));
        requireOneForEach(work, addresses, seen);
        boolean listed = addresses.isEmpty() && stillListed(work, item);
        return journal.step(begun, recording -> settle(recording, work, loaded, seen, listed));
    }

    /**
     * For a placement without a single captured address, as after a publication that never answered: whether the target's own
     * list still names the item, or nobody can say.
     */
    private static boolean stillListed(Work work, String item) {
        if (!work.target().capabilities().inventory()) {
            return true;
        }
        String cursor = null;
        do {
            InventoryPage page = work.target().inventory(cursor);
            if (page.entries().stream().map(InventoryPage.Entry::marker).anyMatch(marker -> shows(marker, item))) {
                return true;
            }
            cursor = page.next();
        } while (cursor != null);
        return false;
    }

    private static boolean shows(Marker marker, String item) {
        return marker.item().equals(item) && marker.state() != Marker.State.GONE;
    }

    private static boolean settle(
            Recording recording, Work work, Loaded loaded, List<Observation> seen, boolean listed) {
        PlacementEntity placement = Delivery.claimed(recording, work);
        List<String> missing = missing(recording, work, loaded, seen);
        if (listed) {
            missing.add("no public address is known, and the target still lists the item or cannot list");
        }
        if (!missing.isEmpty()) {
            boolean removal = work.desired() instanceof TakenDown;
            placement.unproven(
                    Delivery.shortened(String.join("; ", missing)),
                    recording.now().plus(Backoff.after(placement.attempts(), removal)));
            return false;
        }
        placement.proven(recording.now());
        recording.event(
                work.desired() instanceof Present ? "placement.live-proven" : "placement.removal-proven",
                loaded.item().id().value(),
                Map.of("placement", work.placement(), "addresses", Integer.toString(seen.size())));
        return true;
    }

    private static List<String> missing(Recording recording, Work work, Loaded loaded, List<Observation> seen) {
        Map<String, Observation> byAddress = seen.stream()
                .collect(Collectors.toMap(observation -> observation.address().toString(), observation -> observation));
        List<String> missing = new ArrayList<>();
        for (ArtefactEntity artefact : PlacementQueries.artefacts(recording.manager(), work.placement())) {
            Observation observation = byAddress.get(artefact.address().toString());
            if (observation == null) {
                missing.add(artefact.address() + ": not looked at");
                continue;
            }
            artefact.seen(observation, recording.now());
            if (!met(work.desired(), artefact.expectation(), observation, loaded)) {
                missing.add(artefact.address() + ": " + observation.answer() + ", " + observation.evidence());
            }
        }
        return missing;
    }

    private static boolean met(Desired desired, Expectation expectation, Observation seen, Loaded loaded) {
        return desired instanceof TakenDown down
                ? expectation.provesTakenDown(
                        seen, down.kind(), loaded.placement().schedule().redirectTo())
                : expectation.provesPresent(seen, loaded.revision().hash());
    }

    private static void requireOneForEach(Work work, List<ObserveRequest.Address> asked, List<Observation> seen) {
        if (seen.size() != asked.size()) {
            throw new PrakatException(
                    ProblemCode.BROKEN,
                    "placement " + work.placement() + ": the target gave " + seen.size()
                            + " observations, expected one for" + " each of " + asked.size()
                            + " addresses. The adapter is at fault.");
        }
    }
}
