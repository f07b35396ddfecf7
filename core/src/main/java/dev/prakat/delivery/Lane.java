package dev.prakat.delivery;

import dev.prakat.delivery.Claims.Claimed;
import dev.prakat.delivery.Claims.Due;
import dev.prakat.delivery.Delivery.Ending;
import dev.prakat.journal.Journal;
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
 * The part of a pass that concerns one website: removals first, the longest overdue first, one call at a time. A website that
 * takes several items in one call gets small groups, larger ones as long as it is quick with them. A placement that fails is put
 * off and stops none of the others. A website that leaves several placements in a row without an answer is left alone for the rest
 * of the pass. One thread; {@link #stop} and {@link #movedWithin} may be called by another.
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
    private final int atOnce;
    private int unanswered;
    private volatile boolean stopped;
    private volatile long movedAt = System.nanoTime();

    Lane(Parts parts, String name, PublishingTarget target, Instant now) {
        this.parts = parts;
        this.name = name;
        this.target = target;
        this.now = now;
        this.token = parts.claims().token();
        this.atOnce = target.capabilities().atOnce();
    }

    /**
     * What a lane works with.
     *
     * @param until the lane begins nothing new from this instant on
     * @param removalsOnly whether publications wait, because the clock cannot be believed
     * @param leisure what is done when nothing is due any more
     * @param groups how many go together
     */
    record Parts(
            Journal journal,
            Claims claims,
            Delivery delivery,
            Freshness freshness,
            InstantSource clock,
            Instant until,
            boolean removalsOnly,
            Leisure leisure,
            GroupSizes groups) {}

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
        List<Claimed> claimed = next();
        boolean over = false;
        try {
            while (!claimed.isEmpty() && !over) {
                over = work(claimed);
                claimed = over ? List.of() : next();
            }
        } finally {
            held.addAll(keys(claimed));
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

    private List<Claimed> next() {
        int limit = atOnce == 1 ? CLAIMED_AT_ONCE : group();
        return parts.claims().next(new Due(name, !parts.removalsOnly(), now, held, limit), token);
    }

    private int group() {
        return parts.groups().next(name, atOnce);
    }

    private static List<String> keys(List<Claimed> claimed) {
        return claimed.stream().map(Claimed::placement).toList();
    }

    /** Works on what is claimed; true when the lane ends here, with the rest let go of. */
    private boolean work(List<Claimed> claimed) {
        List<Claimed> left = claimed;
        while (!left.isEmpty()) {
            if (stopped
                    || unanswered >= SILENT_AFTER
                    || !parts.clock().instant().isBefore(parts.until())) {
                parts.claims().release(keys(left), token);
                return true;
            }
            int size = Math.min(group(), left.size());
            together(left.subList(0, size));
            left = left.subList(size, left.size());
        }
        return false;
    }

    private void together(List<Claimed> claimed) {
        movedAt = System.nanoTime();
        Instant began = parts.clock().instant();
        List<Work> works = claimed.stream()
                .map(one -> new Work(one.placement(), one.removal(), token, target, now))
                .toList();
        parts.delivery().act(works, parts.freshness()).forEach(this::ended);
        // A clock that jumps meanwhile costs a group that is too large or too small, no more.
        parts.groups()
                .took(
                        name,
                        claimed.size(),
                        Duration.between(began, parts.clock().instant()));
    }

    private void ended(String placement, Ending ending) {
        if (ending == Ending.NOTHING || ending == Ending.BROKEN) {
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
