package dev.prakat.delivery;

import dev.prakat.category.CategoryId;
import dev.prakat.delivery.Desired.NotYet;
import dev.prakat.delivery.Desired.Present;
import dev.prakat.delivery.Desired.TakenDown;
import dev.prakat.item.Item;
import dev.prakat.item.ItemLifecycle;
import dev.prakat.item.Revision;
import dev.prakat.item.RevisionSummary;
import dev.prakat.journal.Journal;
import dev.prakat.journal.Journal.Begun;
import dev.prakat.journal.Recording;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.Actor;
import dev.prakat.spi.Artefact;
import dev.prakat.spi.PublishRequest;
import dev.prakat.spi.PublishingTarget;
import dev.prakat.spi.Receipt;
import dev.prakat.spi.SiteView;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.spi.TakeDownReason;
import dev.prakat.spi.TakeDownRequest;
import dev.prakat.spi.TargetRefused;
import dev.prakat.spi.TargetUnavailable;
import dev.prakat.spi.TrafficOutcome;
import dev.prakat.spi.TrafficOutcome.Status;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One action on one placement: publish, take down, look. The try is counted and committed before the target is called; what
 * came of it is committed after; no unit of work is open while the target works.
 */
final class Delivery {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    private final Journal journal;
    private final ItemLifecycle items;
    private final Printing printing;
    private final PublishedHook hook;
    private final Actor actor;
    private final Proof proof;
    private final Agreement agreement;

    Delivery(
            Journal journal,
            ItemLifecycle items,
            Printing printing,
            PublishedHook hook,
            Actor actor,
            Agreement agreement) {
        this.journal = journal;
        this.items = items;
        this.agreement = agreement;
        this.printing = printing;
        this.hook = hook;
        this.actor = actor;
        this.proof = new Proof(journal);
    }

    /** How an action ended. */
    enum Ending {
        PUBLISHED,
        TAKEN_DOWN,
        /** Only looked, and it was as expected. */
        PROVEN,
        /** Done, but not seen yet as expected. */
        UNPROVEN,
        FAILED,
        /** The target did not answer: the rest of its lane waits for the next sweep. */
        UNAVAILABLE,
        NOTHING
    }

    /** What an action works on: a placement that this sweep has claimed, what its target must show, and since when. */
    record Work(String placement, String token, PublishingTarget target, Desired desired, Instant now) {}

    Ending act(Work work) {
        String command = work.desired() instanceof TakenDown ? "placement.take-down" : "placement.publish";
        Loaded loaded =
                journal.inUnitOfWork(manager -> load(manager.find(PlacementEntity.class, work.placement()), manager));
        if (!loaded.begun() && work.desired() instanceof TakenDown down) {
            return endUnbegun(work, down);
        }
        boolean look = onlyLook(work, loaded);
        Begun begun = journal.begin(
                actor, look ? "placement.observe" : command, loaded.item().id().value());
        try {
            if (!look) {
                boolean nothing = !(work.desired() instanceof TakenDown) && !stillAgreed(work, loaded);
                if (nothing || work.desired() instanceof NotYet) {
                    begun.recorder().outcome(begun.intent(), TrafficOutcome.ok(-1));
                    return Ending.NOTHING;
                }
                loaded = deliver(work, begun, loaded);
            }
            boolean proven = proof.look(work, begun, loaded);
            begun.recorder().outcome(begun.intent(), TrafficOutcome.ok(-1));
            if (!proven) {
                return Ending.UNPROVEN;
            }
            return look ? Ending.PROVEN : work.desired() instanceof Present ? Ending.PUBLISHED : Ending.TAKEN_DOWN;
        } catch (RuntimeException e) {
            try {
                return failed(work, begun, e);
            } finally {
                begun.recorder()
                        .outcome(
                                begun.intent(),
                                TrafficOutcome.of(Status.FAILED, e.getClass().getSimpleName()));
            }
        }
    }

    /** False when an officer has decided something else since the claim, which the next sweep carries out. */
    private boolean stillAgreed(Work work, Loaded loaded) {
        try {
            agreement.require(loaded);
            return true;
        } catch (PrakatException e) {
            boolean overtaken = journal.inUnitOfWork(manager -> {
                PlacementEntity placement = manager.find(PlacementEntity.class, work.placement());
                return items.isDeliveryPending(manager, placement.item())
                        || !desired(manager, placement, work.now()).equals(work.desired());
            });
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
    private static boolean onlyLook(Work work, Loaded loaded) {
        boolean doubtful =
                work.desired() instanceof TakenDown && loaded.placement().lastProblem() != null;
        return loaded.confirmed().shows(work.desired()) && !doubtful;
    }

    private Loaded deliver(Work work, Begun begun, Loaded loaded) {
        long fence = journal.step(begun, recording -> {
            PlacementEntity placement = claimed(recording, work);
            placement.begin(work.desired());
            recording.event(
                    "placement.begun",
                    loaded.item().id().value(),
                    Map.of(
                            "placement",
                            work.placement(),
                            "decision",
                            work.desired().key(),
                            "fence",
                            Long.toString(placement.fence())));
            return placement.fence();
        });
        Receipt receipt = work.desired() instanceof Present
                ? work.target().publish(publishRequest(work, begun, loaded, fence))
                : work.target().takeDown(takeDownRequest(work, begun, loaded, fence));
        return journal.step(begun, recording -> {
            PlacementEntity placement = claimed(recording, work);
            if (work.desired() instanceof Present present) {
                placement.delivered(present.revision(), recording.now());
                capture(recording, work.placement(), receipt.artefacts(), true);
                hook.published(recording, loaded.item().id(), present.revision());
            } else {
                placement.takenDown(recording.now());
                capture(recording, work.placement(), receipt.artefacts(), false);
            }
            recording.event(
                    work.desired() instanceof Present ? "placement.published" : "placement.taken-down",
                    loaded.item().id().value(),
                    Map.of("placement", work.placement(), "fence", Long.toString(fence), "remote", receipt.remoteId()));
            return load(placement, recording.manager());
        });
    }

    private PublishRequest publishRequest(Work work, Begun begun, Loaded loaded, long fence) {
        return new PublishRequest(
                work.placement(),
                fence,
                work.placement() + ":" + fence,
                printing.item(
                        loaded.item(),
                        loaded.category(),
                        loaded.revision(),
                        loaded.placement().schedule(),
                        loaded.history()),
                site(work, loaded),
                work.now(),
                begun.recorder());
    }

    private TakeDownRequest takeDownRequest(Work work, Begun begun, Loaded loaded, long fence) {
        TakenDown down = (TakenDown) work.desired();
        return new TakeDownRequest(
                work.placement(),
                fence,
                work.placement() + ":" + fence,
                loaded.item().id().value(),
                down.kind(),
                down.reason(),
                printing.notice(
                        loaded.item(), loaded.revision(), loaded.placement().schedule(), down),
                down.kind() == TakeDownKind.REDIRECT
                        ? loaded.placement().schedule().redirectTo()
                        : null,
                loaded.placement().artefacts().stream()
                        .map(PlacementArtefact::artefact)
                        .toList(),
                site(work, loaded),
                work.now(),
                begun.recorder());
    }

    /** What the site shows besides items, with what this delivery is about to change counted in. */
    private SiteView site(Work work, Loaded loaded) {
        Map<String, Freshness> lastPublished =
                new HashMap<>(journal.inUnitOfWork(manager -> Freshness.all(manager, items)));
        if (work.desired() instanceof Present) {
            lastPublished.put(
                    loaded.category().value(),
                    new Freshness(work.now(), loaded.item().ownerUnit()));
        }
        return printing.site(lastPublished);
    }

    /**
     * Keeps the addresses that a receipt names. After a publication those that it does not name are what an earlier revision
     * left; after a take-down every address that was ever captured is still looked at.
     */
    private static void capture(Recording recording, String placement, List<Artefact> artefacts, boolean published) {
        Map<String, ArtefactEntity> known = new HashMap<>();
        for (ArtefactEntity entity : PlacementQueries.artefacts(recording.manager(), placement)) {
            known.put(entity.address().toString(), entity);
            if (published) {
                entity.leftBehind();
            }
        }
        for (Artefact artefact : artefacts) {
            ArtefactEntity entity = known.get(artefact.address().toString());
            if (entity == null) {
                entity = new ArtefactEntity(placement, artefact);
                known.put(artefact.address().toString(), entity);
                recording.manager().persist(entity);
            } else if (published) {
                entity.renew(artefact);
            }
        }
    }

    /** What a placement must show now, as far as its agreement reaches. */
    Desired desired(EntityManager manager, PlacementEntity placement, Instant now) {
        return Desired.of(agreement.limited(manager, placement), placement.begun(), now);
    }

    private Ending endUnbegun(Work work, TakenDown down) {
        Begun begun = journal.begin(actor, "placement.close", work.placement());
        journal.step(begun, recording -> {
            PlacementEntity placement = claimed(recording, work);
            boolean missed = down.reason() == TakeDownReason.EXPIRED;
            placement.endUnbegun(
                    missed ? PlacementState.DEAD : PlacementState.WAITING,
                    missed
                            ? "its whole window passed before it could be published; it was not published late"
                            : "withdrawn before it was public");
            recording.event(
                    missed ? "placement.missed" : "placement.withdrawn-unpublished",
                    placement.item().value(),
                    Map.of("placement", work.placement()));
            return placement;
        });
        begun.recorder().outcome(begun.intent(), TrafficOutcome.ok(-1));
        return Ending.NOTHING;
    }

    private Ending failed(Work work, Begun begun, RuntimeException e) {
        boolean removal = work.desired() instanceof TakenDown;
        boolean kept = e instanceof PrakatException notAgreed && notAgreed.code() == ProblemCode.CONFLICT;
        String problem = shortened(e.getClass().getSimpleName() + ": " + e.getMessage());
        journal.step(begun, recording -> {
            PlacementEntity placement = claimed(recording, work);
            if (kept) {
                placement.keptBack();
            }
            Duration wait = Backoff.after(placement.attempts(), removal);
            if (e instanceof TargetUnavailable unavailable
                    && unavailable.retryAfter().isPresent()) {
                wait = unavailable.retryAfter().get();
            }
            boolean refused = e instanceof TargetRefused;
            // What is not as agreed is tried for as long as it takes: whoever restores it need not do more.
            if (!removal && !kept && (refused || placement.attempts() >= Backoff.PUBLISH_TRIES)) {
                placement.dead(problem);
            } else {
                if (refused) {
                    placement.fenceWasBehind();
                }
                placement.failed(problem, recording.now().plus(wait));
            }
            recording.event(
                    "placement.failed",
                    placement.item().value(),
                    Map.of(
                            "placement",
                            work.placement(),
                            "decision",
                            work.desired().key(),
                            "problem",
                            problem));
            return placement;
        });
        (removal || kept ? LOG.atError() : LOG.atWarn())
                .addKeyValue("placement", work.placement())
                .addKeyValue("decision", work.desired().key())
                .addKeyValue("problem", problem)
                .log(removal ? "A take-down failed and will be tried again" : "A publication failed");
        return e instanceof TargetUnavailable ? Ending.UNAVAILABLE : Ending.FAILED;
    }

    /** The placement, if the claim is still ours: somebody who was too slow must not write. */
    static PlacementEntity claimed(Recording recording, Work work) {
        PlacementEntity placement = recording.manager().find(PlacementEntity.class, work.placement());
        if (placement == null || !work.token().equals(placement.claim().token())) {
            throw new PrakatException(
                    ProblemCode.CONFLICT,
                    "placement " + work.placement()
                            + ": the claim of this sweep has ended and another has taken over.");
        }
        return placement;
    }

    private Loaded load(PlacementEntity entity, EntityManager manager) {
        Item item = items.require(manager, entity.item());
        Placement placement = entity.toPlacement(PlacementQueries.artefacts(manager, entity.id()).stream()
                .map(ArtefactEntity::toSnapshot)
                .toList());
        Revision revision =
                items.revision(manager, entity.item(), placement.schedule().revision());
        return new Loaded(
                item,
                entity.category(),
                entity.binding(),
                revision,
                items.history(manager, entity.item()),
                placement,
                entity.begun(),
                entity::shows);
    }

    static String shortened(String text) {
        return text.length() <= 1500 ? text : text.substring(0, 1500) + "…";
    }

    /**
     * What was read before an action: the category is the approved one, which a later draft does not change. The entity itself
     * is detached by then and only asked what it shows.
     */
    record Loaded(
            Item item,
            CategoryId category,
            String binding,
            Revision revision,
            List<RevisionSummary> history,
            Placement placement,
            boolean begun,
            Shows confirmed) {}

    interface Shows {
        boolean shows(Desired desired);
    }
}
