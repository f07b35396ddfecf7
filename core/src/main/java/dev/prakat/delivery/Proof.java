package dev.prakat.delivery;

import dev.prakat.delivery.Desired.TakenDown;
import dev.prakat.journal.Journal;
import dev.prakat.journal.Journal.Begun;
import dev.prakat.journal.Recording;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.Artefact;
import dev.prakat.spi.InventoryPage;
import dev.prakat.spi.Marker;
import dev.prakat.spi.Observation;
import dev.prakat.spi.ObserveRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
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

    /**
     * Looks, stores what was seen, and moves the placement on; true when every address is as expected.
     *
     * @param captured every address that was ever captured, as the step before left them
     */
    boolean look(Work work, Begun begun, Loaded loaded, List<Artefact> captured) {
        String item = loaded.item();
        List<ObserveRequest.Address> addresses = captured.stream()
                .map(artefact -> new ObserveRequest.Address(
                        work.placement(), item, artefact.address(), artefact.kind(), artefact.sha256()))
                .toList();
        List<Observation> seen = work.target().observe(new ObserveRequest(addresses, begun.recorder()));
        requireOneForEach("placement " + work.placement(), addresses, seen);
        boolean listed = addresses.isEmpty() && stillListed(work, item, begun);
        return journal.step(begun, recording -> settle(recording, work, loaded, seen, listed));
    }

    /**
     * For a placement without a single captured address, as after a publication that never answered: whether the target's own
     * list still names the item, or nobody can say.
     */
    private static boolean stillListed(Work work, String item, Begun begun) {
        if (!work.target().capabilities().inventory()) {
            return true;
        }
        String cursor = null;
        do {
            InventoryPage page = work.target().inventory(cursor, begun.recorder());
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
        PlacementEntity placement = work.claimed(recording.manager());
        List<String> missing = missing(recording, work, loaded, seen);
        if (listed) {
            missing.add("no public address is known, and the target still lists the item or cannot list");
        }
        if (!missing.isEmpty()) {
            placement.unproven(
                    shortened(String.join("; ", missing)),
                    loaded.isTakeDown(),
                    recording.now().plus(Backoff.after(placement.attempts(), loaded.isTakeDown())));
            return false;
        }
        placement.proven(recording.now());
        Map<String, String> details =
                new HashMap<>(Map.of("placement", work.placement(), "addresses", Integer.toString(seen.size())));
        if (loaded.desired() instanceof TakenDown down) {
            details.put("due", down.since().toString());
            details.put("late", Duration.between(down.since(), recording.now()).toString());
        }
        recording.event(
                loaded.isTakeDown() ? "placement.removal-proven" : "placement.live-proven", loaded.item(), details);
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
            if (!met(artefact, observation, loaded)) {
                missing.add(artefact.address() + ": " + observation.answer() + ", " + observation.evidence());
            }
        }
        return missing;
    }

    private static boolean met(ArtefactEntity artefact, Observation seen, Loaded loaded) {
        if (loaded.desired() instanceof TakenDown down) {
            // What a live item has at the same address may stay; it goes with the last one.
            return loaded.usedByOthers().contains(artefact.address())
                    || artefact.expectation()
                            .provesTakenDown(
                                    seen,
                                    down.kind(),
                                    loaded.placement().schedule().redirectTo());
        }
        return loaded.content() != null
                && artefact.expectation()
                        .provesPresent(seen, loaded.content().revision().hash());
    }

    static String shortened(String text) {
        return text.length() <= 1500 ? text : text.substring(0, 1500) + "…";
    }

    static void requireOneForEach(String subject, List<ObserveRequest.Address> asked, List<Observation> seen) {
        if (seen.size() != asked.size()) {
            throw new PrakatException(
                    ProblemCode.BROKEN,
                    subject + ": the target gave " + seen.size()
                            + " observations, expected one for" + " each of " + asked.size()
                            + " addresses. The adapter is at fault.");
        }
    }
}
