package dev.prakat.delivery;

import dev.prakat.delivery.Delivery.Ending;
import dev.prakat.delivery.Desired.TakenDown;
import dev.prakat.journal.Journal;
import dev.prakat.journal.Journal.Begun;
import dev.prakat.journal.Recording;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.Actor;
import dev.prakat.spi.InventoryPage;
import dev.prakat.spi.Marker;
import dev.prakat.spi.Observation;
import dev.prakat.spi.ObserveRequest;
import dev.prakat.spi.TrafficOutcome;
import dev.prakat.spi.TrafficOutcome.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at every public address that was captured when an item was published, and says whether all of them are as they must
 * be. Nothing else makes a delivery done.
 */
final class Proof {

    private static final Logger LOG = LoggerFactory.getLogger(Proof.class);

    private final Journal journal;
    private final Actor actor;

    Proof(Journal journal, Actor actor) {
        this.journal = journal;
        this.actor = actor;
    }

    /**
     * Looks at the addresses of all attempts, stores what was seen, and moves each placement on.
     *
     * @param attempts of one website
     * @param step does a step of an attempt, and ends the attempt when the step fails
     */
    void look(List<Attempt> attempts, BiConsumer<Attempt, Consumer<Attempt>> step) {
        List<List<Observation>> seen = attempts.size() > 1 ? seenTogether(attempts) : List.of();
        for (int n = 0; n < attempts.size(); n++) {
            List<Observation> own = seen.isEmpty() ? null : seen.get(n);
            step.accept(attempts.get(n), one -> one.end(settled(one, own == null ? seenAlone(one) : own)));
        }
    }

    /** One look for all of them, in which a list that names several need be asked for once; empty when that failed. */
    private List<List<Observation>> seenTogether(List<Attempt> attempts) {
        Work first = attempts.get(0).work();
        Claims.hold(
                journal, attempts.stream().map(one -> one.work().placement()).toList(), first.token());
        Begun begun = journal.begin(
                actor, "placement.observe", attempts.get(0).loaded().placement().target());
        TrafficOutcome outcome = TrafficOutcome.ok(-1);
        try {
            List<ObserveRequest.Address> all =
                    attempts.stream().flatMap(one -> addresses(one).stream()).toList();
            Iterator<Observation> seen = observed(
                            "target " + attempts.get(0).loaded().placement().target(), first, all, begun)
                    .iterator();
            return attempts.stream()
                    .map(one ->
                            one.captured().stream().map(artefact -> seen.next()).toList())
                    .toList();
        } catch (RuntimeException e) {
            outcome = TrafficOutcome.of(Status.FAILED, e.getClass().getSimpleName());
            LOG.atError().setCause(e).log("A look at several items failed. Each is looked at by itself");
            return List.of();
        } finally {
            begun.recorder().outcome(begun.intent(), outcome);
        }
    }

    private static List<Observation> seenAlone(Attempt attempt) {
        return observed("placement " + attempt.work().placement(), attempt.work(), addresses(attempt), attempt.begun());
    }

    private static List<Observation> observed(
            String subject, Work work, List<ObserveRequest.Address> addresses, Begun begun) {
        List<Observation> seen = work.target().observe(new ObserveRequest(addresses, begun.recorder()));
        requireOneForEach(subject, addresses, seen);
        return seen;
    }

    private static List<ObserveRequest.Address> addresses(Attempt attempt) {
        return attempt.captured().stream()
                .map(artefact -> new ObserveRequest.Address(
                        attempt.work().placement(),
                        attempt.loaded().item(),
                        artefact.address(),
                        artefact.kind(),
                        artefact.sha256()))
                .toList();
    }

    private Ending settled(Attempt attempt, List<Observation> seen) {
        Work work = attempt.work();
        Loaded loaded = attempt.loaded();
        boolean listed = seen.isEmpty() && stillListed(work, loaded.item(), attempt.begun());
        if (!journal.step(attempt.begun(), recording -> settle(recording, work, loaded, seen, listed))) {
            return Ending.UNPROVEN;
        }
        return loaded.onlyLook() ? Ending.PROVEN : loaded.isTakeDown() ? Ending.TAKEN_DOWN : Ending.PUBLISHED;
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
