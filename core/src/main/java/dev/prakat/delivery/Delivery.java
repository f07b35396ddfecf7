package dev.prakat.delivery;

import dev.prakat.delivery.Desired.NotYet;
import dev.prakat.delivery.Desired.Present;
import dev.prakat.delivery.Desired.TakenDown;
import dev.prakat.delivery.Work.ClaimLost;
import dev.prakat.journal.Journal;
import dev.prakat.journal.Journal.Begun;
import dev.prakat.problem.PrakatException;
import dev.prakat.spi.Actor;
import dev.prakat.spi.Artefact;
import dev.prakat.spi.Receipt;
import dev.prakat.spi.TakeDownReason;
import dev.prakat.spi.TrafficOutcome;
import dev.prakat.spi.TrafficOutcome.Status;
import dev.prakat.transaction.DatabaseTime;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One action on one placement: publish, take down, look. The try is counted and committed before the target is called; what
 * came of it is committed after; no unit of work is open while the target works. Thread-safe.
 */
final class Delivery {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    private final Parts parts;
    private final Proof proof;
    private final Failing failing;

    Delivery(Parts parts) {
        this.parts = parts;
        this.proof = new Proof(parts.journal());
        this.failing = new Failing(parts.journal());
    }

    /** What every action works with. */
    record Parts(
            Journal journal,
            Loading loading,
            Agreement agreement,
            Requests requests,
            PublishedHook hook,
            Actor actor) {}

    /** How an action ended. */
    enum Ending {
        PUBLISHED,
        TAKEN_DOWN,
        /** Only looked, and it was as expected. */
        PROVEN,
        /** Done, but not seen yet as expected. */
        UNPROVEN,
        FAILED,
        /** The target did not answer. */
        UNAVAILABLE,
        NOTHING
    }

    /** Acts on a claimed placement. The claim is let go of by the write that ends the action; after NOTHING it is still held. */
    Ending act(Work work, Freshness freshness) {
        try {
            return acted(work, freshness);
        } catch (ClaimLost e) {
            LOG.atInfo().addKeyValue("placement", work.placement()).log(e.getMessage());
            return Ending.NOTHING;
        }
    }

    private Ending acted(Work work, Freshness freshness) {
        Loaded loaded = parts.journal().inUnitOfWork(manager -> parts.loading().load(manager, work));
        if (!loaded.begun() && loaded.desired() instanceof TakenDown down) {
            return endUnbegun(work, loaded, down);
        }
        boolean look = onlyLook(loaded);
        String command = look ? "placement.observe" : loaded.isTakeDown() ? "placement.take-down" : "placement.publish";
        Begun begun = parts.journal().begin(parts.actor(), command, loaded.item());
        TrafficOutcome outcome = TrafficOutcome.ok(-1);
        try {
            if (!look && !loaded.isTakeDown() && !stillAgreed(work, loaded)) {
                return Ending.NOTHING;
            }
            if (loaded.desired() instanceof NotYet) {
                // The row says that it is due, so what it says was compared with the agreement nevertheless.
                return Ending.NOTHING;
            }
            List<Artefact> captured = look ? loaded.artefacts() : deliver(work, begun, loaded, freshness);
            if (!proof.look(work, begun, loaded, captured)) {
                return Ending.UNPROVEN;
            }
            return look ? Ending.PROVEN : loaded.isTakeDown() ? Ending.TAKEN_DOWN : Ending.PUBLISHED;
        } catch (RuntimeException e) {
            outcome = TrafficOutcome.of(Status.FAILED, e.getClass().getSimpleName());
            return failing.failed(work, begun, loaded, e);
        } finally {
            begun.recorder().outcome(begun.intent(), outcome);
        }
    }

    /** False when an officer has decided something else since the claim, which the next sweep carries out. */
    private boolean stillAgreed(Work work, Loaded loaded) {
        try {
            parts.agreement().require(loaded);
            return true;
        } catch (PrakatException e) {
            boolean overtaken =
                    parts.journal().inUnitOfWork(manager -> parts.loading().overtaken(manager, work, loaded));
            if (overtaken) {
                return false;
            }
            throw e;
        }
    }

    /**
     * Whether the target has done its part and it is only to be seen. A take-down that was not seen is done again each time:
     * something may have brought the item back.
     */
    private static boolean onlyLook(Loaded loaded) {
        boolean doubtful = loaded.isTakeDown() && loaded.placement().lastProblem() != null;
        return loaded.shown() && !doubtful;
    }

    /** Gives back every address that was ever captured. */
    private List<Artefact> deliver(Work work, Begun begun, Loaded loaded, Freshness freshness) {
        long fence = begin(work, begun, loaded);
        if (loaded.desired() instanceof Present present) {
            Receipt receipt = work.target().publish(parts.requests().publish(work, begun, loaded, fence, freshness));
            Manifest.requirePage(work.placement(), receipt);
            List<Artefact> captured = parts.journal().step(begun, recording -> {
                work.claimed(recording.manager()).delivered(present.revision(), recording.now());
                parts.hook().published(recording, loaded.placement().item(), present.revision());
                recording.event("placement.published", loaded.item(), details(work, fence, receipt));
                return Manifest.published(recording.manager(), work.placement(), receipt);
            });
            freshness.published(loaded.plan().category(), Requests.updated(work, loaded));
            return captured;
        }
        Receipt receipt = work.target().takeDown(parts.requests().takeDown(work, begun, loaded, fence, freshness));
        return parts.journal().step(begun, recording -> {
            work.claimed(recording.manager()).takenDown(recording.now());
            recording.event("placement.taken-down", loaded.item(), details(work, fence, receipt));
            return Manifest.takenDown(recording.manager(), loaded, receipt);
        });
    }

    /** Counts the try, raises the fence for a new decision, and holds on to the claim for as long as a new one would last. */
    private long begin(Work work, Begun begun, Loaded loaded) {
        return parts.journal().step(begun, recording -> {
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

    private static Map<String, String> details(Work work, long fence, Receipt receipt) {
        return Map.of("placement", work.placement(), "fence", Long.toString(fence), "remote", receipt.remoteId());
    }

    private Ending endUnbegun(Work work, Loaded loaded, TakenDown down) {
        Begun begun = parts.journal().begin(parts.actor(), "placement.close", loaded.item());
        boolean missed = down.reason() == TakeDownReason.EXPIRED;
        parts.journal().step(begun, recording -> {
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
        return Ending.NOTHING;
    }
}
