package dev.prakat.delivery;

import dev.prakat.delivery.Desired.NotYet;
import dev.prakat.delivery.Desired.TakenDown;
import dev.prakat.delivery.Work.ClaimLost;
import dev.prakat.journal.Journal;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.Actor;
import dev.prakat.spi.Receipt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One action on each of a few placements of one website: publish, take down, look. Each try is counted and committed before the
 * target is called; what came of it is committed after, for each placement by itself; no unit of work is open while the target
 * works. A placement that fails ends nothing for the others. Thread-safe.
 */
final class Delivery {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    private final Parts parts;
    private final DeliveryBook book;
    private final Proof proof;
    private final Failing failing;

    Delivery(Parts parts) {
        this.parts = parts;
        this.book = new DeliveryBook(parts.journal(), parts.hook(), parts.actor());
        this.proof = new Proof(parts.journal(), parts.actor());
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
        /** It could not even be written down that it failed; the claim is still held. */
        BROKEN,
        /** The claim is still held. */
        NOTHING
    }

    /**
     * Acts on claimed placements of one website, removals before publications. A claim is let go of by the write that ends the
     * action; after NOTHING and BROKEN it is still held.
     *
     * @return how the action on each placement ended, by its key
     */
    Map<String, Ending> act(List<Work> works, Freshness freshness) {
        Map<String, Ending> endings = new LinkedHashMap<>();
        carryOut(works.stream().filter(Work::removal).toList(), freshness, endings);
        carryOut(works.stream().filter(work -> !work.removal()).toList(), freshness, endings);
        return endings;
    }

    private void carryOut(List<Work> works, Freshness freshness, Map<String, Ending> endings) {
        List<Attempt> attempts = new ArrayList<>();
        for (Work work : works) {
            Ending ending = guarded(work, () -> opened(work, attempts));
            endings.put(work.placement(), ending);
        }
        try {
            List<Attempt> acting =
                    attempts.stream().filter(one -> !one.loaded().onlyLook()).toList();
            takeDown(acting.stream().filter(Attempt::isTakeDown).toList(), freshness);
            publish(acting.stream().filter(one -> !one.isTakeDown()).toList(), freshness);
            proof.look(attempts.stream().filter(one -> !one.isOver()).toList(), this::step);
        } finally {
            attempts.forEach(Attempt::close);
        }
        attempts.forEach(one -> endings.put(one.work().placement(), one.ending()));
    }

    /** NOTHING when it ended here; otherwise the attempt is added, and what is given back is only what is true until it ends. */
    private Ending opened(Work work, List<Attempt> attempts) {
        Loaded loaded = parts.journal().inUnitOfWork(manager -> parts.loading().load(manager, work));
        if (!loaded.begun() && loaded.desired() instanceof TakenDown down) {
            book.endUnbegun(work, loaded, down);
            return Ending.NOTHING;
        }
        String command = loaded.onlyLook()
                ? "placement.observe"
                : loaded.isTakeDown() ? "placement.take-down" : "placement.publish";
        attempts.add(new Attempt(work, loaded, parts.journal().begin(parts.actor(), command, loaded.item())));
        return Ending.BROKEN;
    }

    private void takeDown(List<Attempt> attempts, Freshness freshness) {
        new GroupCall<>(
                        this::step,
                        one -> parts.requests().takeDown(one, book.begin(one), freshness),
                        (target, request) -> target.takeDown(request),
                        (target, requests) -> target.takeDownAll(requests))
                .make(attempts, (one, receipt) -> one.captured(book.takenDown(one, receipt)));
    }

    private void publish(List<Attempt> attempts, Freshness freshness) {
        attempts.forEach(one -> step(one, this::mayBePublished));
        new GroupCall<>(
                        this::step,
                        one -> parts.requests().publish(one, book.begin(one), freshness),
                        (target, request) -> target.publish(request),
                        (target, requests) -> target.publishAll(requests))
                .make(attempts, (one, receipt) -> published(one, receipt, freshness));
    }

    /** Ends it when an officer has decided something else since the claim, which the next sweep carries out. */
    private void mayBePublished(Attempt attempt) {
        if (!stillAgreed(attempt) || attempt.loaded().desired() instanceof NotYet) {
            // For what is not yet to be public the row says that it is due, so it was compared with the agreement
            // nevertheless.
            attempt.end(Ending.NOTHING);
        }
    }

    private boolean stillAgreed(Attempt attempt) {
        try {
            parts.agreement().require(attempt.loaded());
            return true;
        } catch (PrakatException e) {
            boolean overtaken = parts.journal()
                    .inUnitOfWork(manager -> parts.loading().overtaken(manager, attempt.work(), attempt.loaded()));
            if (overtaken) {
                return false;
            }
            throw e;
        }
    }

    private void published(Attempt attempt, Receipt receipt, Freshness freshness) {
        Manifest.requirePage(attempt.work().placement(), receipt);
        attempt.captured(book.published(attempt, receipt));
        freshness.published(attempt.loaded().plan().category(), Requests.updated(attempt.work(), attempt.loaded()));
    }

    /** Does a step of an attempt that is not over; what goes wrong in it ends this attempt and no other. */
    private void step(Attempt attempt, Consumer<Attempt> work) {
        if (attempt.isOver()) {
            return;
        }
        try {
            work.accept(attempt);
        } catch (RuntimeException e) {
            attempt.failed(e);
            attempt.end(guarded(
                    attempt.work(), () -> failing.failed(attempt.work(), attempt.begun(), attempt.loaded(), e)));
        }
    }

    /** Without a traffic log nothing may go on; everything else that goes wrong with a placement concerns it alone. */
    private static Ending guarded(Work work, Supplier<Ending> step) {
        try {
            return step.get();
        } catch (ClaimLost e) {
            LOG.atInfo().addKeyValue("placement", work.placement()).log(e.getMessage());
            return Ending.NOTHING;
        } catch (RuntimeException e) {
            if (e instanceof PrakatException problem && problem.code() == ProblemCode.TRAFFIC_LOG) {
                throw e;
            }
            LOG.atError()
                    .addKeyValue("placement", work.placement())
                    .setCause(e)
                    .log("A placement could not be worked on");
            return Ending.BROKEN;
        }
    }
}
