package dev.prakat.delivery;

import dev.prakat.delivery.Claims.Due;
import dev.prakat.delivery.Delivery.Ending;
import dev.prakat.journal.Journal;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.PublishingTarget;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The part of a pass that concerns one website: removals first, the longest overdue first, one call at a time. A placement that
 * fails is put off and stops none of the others. A website that leaves several placements in a row without an answer is left
 * alone for the rest of the pass. One thread; {@link #stop} and {@link #movedWithin} may be called by another.
 */
final class Lane {

    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
    /** Few, so that a lane that is stuck at one keeps few others from the other nodes. */
    private static final int CLAIMED_AT_ONCE = 4;

    private static final int SILENT_AFTER = 3;

    private final Parts parts;
    private final String name;
    private final PublishingTarget target;
    private final Instant now;
    private final Map<Ending, Integer> counts = new EnumMap<>(Ending.class);
    private final Set<String> held = new LinkedHashSet<>();
    private final String token;
    private int unanswered;
    private volatile boolean stopped;
    private volatile long movedAt = System.nanoTime();

    Lane(Parts parts, String name, PublishingTarget target, Instant now) {
        this.parts = parts;
        this.name = name;
        this.target = target;
        this.now = now;
        this.token = parts.claims().token();
    }

    /**
     * What a lane works with.
     *
     * @param until the lane begins nothing new from this instant on
     * @param removalsOnly whether publications wait, because the clock cannot be believed
     * @param leisure what is done when nothing is due any more
     */
    record Parts(
            Journal journal,
            Claims claims,
            Delivery delivery,
            Freshness freshness,
            InstantSource clock,
            Instant until,
            boolean removalsOnly,
            Leisure leisure) {}

    /** What a lane does when nothing is due any more. */
    interface Leisure {
        void spend(String name, PublishingTarget target, Instant now);
    }

    /**
     * What a lane came to.
     *
     * @param left how many placements are still due: another node has them, the website does not answer, or time is up
     * @param silent whether the website was left alone because it does not answer
     * @param timeUp whether the lane ended because its time was up
     */
    record Result(String target, Map<Ending, Integer> counts, int left, boolean silent, boolean timeUp) {}

    /** Whether it began with a placement within this time, and so is not stuck at a call. */
    boolean movedWithin(Duration time) {
        return System.nanoTime() - movedAt <= time.toNanos();
    }

    /** Begins nothing new; a call that is under way is left to end. */
    void stop() {
        stopped = true;
    }

    Result run() {
        if (due() == 0) {
            spendLeisure();
            return new Result(name, counts, 0, false, false);
        }
        List<String> claimed = next();
        boolean over = false;
        try {
            while (!claimed.isEmpty() && !over) {
                over = work(claimed);
                claimed = over ? List.of() : next();
            }
        } finally {
            held.addAll(claimed);
            parts.claims().release(held, token);
        }
        boolean silent = unanswered >= SILENT_AFTER;
        if (!over && unanswered == 0) {
            spendLeisure();
        }
        return new Result(name, counts, (int) due(), silent, over && !silent);
    }

    private void spendLeisure() {
        try {
            parts.leisure().spend(name, target, now);
        } catch (RuntimeException e) {
            LOG.atWarn().addKeyValue("target", name).setCause(e).log("A website could not be looked at for drift");
        }
    }

    private List<String> next() {
        return parts.claims().next(new Due(name, !parts.removalsOnly(), now, held, CLAIMED_AT_ONCE), token);
    }

    /** Works on what is claimed; true when the lane ends here, with the rest let go of. */
    private boolean work(List<String> claimed) {
        for (int i = 0; i < claimed.size(); i++) {
            if (stopped
                    || unanswered >= SILENT_AFTER
                    || !parts.clock().instant().isBefore(parts.until())) {
                parts.claims().release(claimed.subList(i, claimed.size()), token);
                return true;
            }
            one(claimed.get(i));
        }
        return false;
    }

    private void one(String placement) {
        movedAt = System.nanoTime();
        Ending ending;
        try {
            ending = parts.delivery().act(new Work(placement, token, target, now), parts.freshness());
        } catch (RuntimeException e) {
            if (e instanceof PrakatException problem && problem.code() == ProblemCode.TRAFFIC_LOG) {
                throw e;
            }
            LOG.atError().addKeyValue("placement", placement).setCause(e).log("A placement could not be worked on");
            ending = Ending.FAILED;
            held.add(placement);
        }
        if (ending == Ending.NOTHING) {
            held.add(placement);
        }
        unanswered = ending == Ending.UNAVAILABLE ? unanswered + 1 : 0;
        counts.merge(ending, 1, Integer::sum);
    }

    /** How much is due and was not looked at in this pass. */
    private long due() {
        return parts.journal()
                .inUnitOfWork(manager ->
                        PlacementQueries.countDue(manager, new Due(name, !parts.removalsOnly(), now, held, 0)));
    }
}
