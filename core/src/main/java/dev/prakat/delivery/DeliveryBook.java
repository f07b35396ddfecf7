package dev.prakat.delivery;

import dev.prakat.delivery.Desired.Present;
import dev.prakat.delivery.Desired.TakenDown;
import dev.prakat.journal.Journal;
import dev.prakat.journal.Journal.Begun;
import dev.prakat.spi.Actor;
import dev.prakat.spi.Artefact;
import dev.prakat.spi.Receipt;
import dev.prakat.spi.TakeDownReason;
import dev.prakat.spi.TrafficOutcome;
import dev.prakat.transaction.DatabaseTime;
import java.util.List;
import java.util.Map;

/** What an action leaves in the database, one unit of work a step, each only while the claim is ours. Thread-safe. */
final class DeliveryBook {

    private final Journal journal;
    private final PublishedHook hook;
    private final Actor actor;

    DeliveryBook(Journal journal, PublishedHook hook, Actor actor) {
        this.journal = journal;
        this.hook = hook;
        this.actor = actor;
    }

    /** Counts the try, raises the fence for a new decision, and holds on to the claim for as long as a new one would last. */
    long begin(Attempt attempt) {
        Work work = attempt.work();
        Loaded loaded = attempt.loaded();
        return journal.step(attempt.begun(), recording -> {
            PlacementEntity placement = work.claimed(recording.manager());
            placement.claim(new Claim(
                    work.token(), DatabaseTime.now(recording.manager()).plus(Claims.LEASE)));
            placement.begin(loaded.desired());
            recording.event(
                    "placement.begun",
                    loaded.item(),
                    Map.of(
                            "placement",
                            work.placement(),
                            "decision",
                            loaded.desired().key(),
                            "fence",
                            Long.toString(placement.fence())));
            return placement.fence();
        });
    }

    /** Gives back every address that was ever captured. */
    List<Artefact> published(Attempt attempt, Receipt receipt) {
        Work work = attempt.work();
        Loaded loaded = attempt.loaded();
        int revision = ((Present) loaded.desired()).revision();
        return journal.step(attempt.begun(), recording -> {
            PlacementEntity placement = work.claimed(recording.manager());
            placement.delivered(revision, recording.now());
            hook.published(recording, loaded.placement().item(), revision);
            recording.event("placement.published", loaded.item(), details(placement, receipt));
            return Manifest.published(recording.manager(), work.placement(), receipt);
        });
    }

    /** Gives back every address that was ever captured. */
    List<Artefact> takenDown(Attempt attempt, Receipt receipt) {
        Loaded loaded = attempt.loaded();
        return journal.step(attempt.begun(), recording -> {
            PlacementEntity placement = attempt.work().claimed(recording.manager());
            placement.takenDown(recording.now());
            recording.event("placement.taken-down", loaded.item(), details(placement, receipt));
            return Manifest.takenDown(recording.manager(), loaded, receipt);
        });
    }

    private static Map<String, String> details(PlacementEntity placement, Receipt receipt) {
        return Map.of(
                "placement", placement.id(), "fence", Long.toString(placement.fence()), "remote", receipt.remoteId());
    }

    /** What was never begun needs no target to end. */
    void endUnbegun(Work work, Loaded loaded, TakenDown down) {
        Begun begun = journal.begin(actor, "placement.close", loaded.item());
        boolean missed = down.reason() == TakeDownReason.EXPIRED;
        journal.step(begun, recording -> {
            PlacementEntity placement = work.claimed(recording.manager());
            placement.endUnbegun(
                    missed ? PlacementState.DEAD : PlacementState.WAITING,
                    missed
                            ? "its whole window passed before it could be published; it was not published late"
                            : "withdrawn before it was public");
            recording.event(
                    missed ? "placement.missed" : "placement.withdrawn-unpublished",
                    loaded.item(),
                    Map.of("placement", work.placement()));
            return placement;
        });
        begun.recorder().outcome(begun.intent(), TrafficOutcome.ok(-1));
    }
}
