package dev.prakat.delivery;

import dev.prakat.delivery.Delivery.Ending;
import dev.prakat.journal.Journal;
import dev.prakat.journal.Journal.Begun;
import dev.prakat.journal.Recording;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.TargetRefused;
import dev.prakat.spi.TargetUnavailable;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What follows from a try that failed. A take-down is tried again for ever; a publication for a bounded number of times, and
 * not at all when the target refuses it for what it is; what is not as agreed is tried for as long as it takes.
 */
final class Failing {

    private static final Logger LOG = LoggerFactory.getLogger(Failing.class);

    /** However long a website asks to be left alone, a take-down is not put off for longer. */
    static final Duration LONGEST_PEACE = Duration.ofHours(1);

    private final Journal journal;

    Failing(Journal journal) {
        this.journal = journal;
    }

    Ending failed(Work work, Begun begun, Loaded loaded, RuntimeException e) {
        if (e instanceof Work.ClaimLost lost) {
            throw lost;
        }
        boolean kept = e instanceof PrakatException notAgreed && notAgreed.code() == ProblemCode.CONFLICT;
        String problem = Proof.shortened(e.getClass().getSimpleName() + ": " + e.getMessage());
        journal.step(begun, recording -> record(recording, work, loaded, e, kept, problem));
        (loaded.isTakeDown() || kept ? LOG.atError() : LOG.atWarn())
                .addKeyValue("placement", work.placement())
                .addKeyValue("decision", loaded.desired().key())
                .addKeyValue("problem", problem)
                .log(loaded.isTakeDown() ? "A take-down failed and will be tried again" : "A publication failed");
        return e instanceof TargetUnavailable ? Ending.UNAVAILABLE : Ending.FAILED;
    }

    private static PlacementEntity record(
            Recording recording, Work work, Loaded loaded, RuntimeException e, boolean kept, String problem) {
        PlacementEntity placement = work.claimed(recording.manager());
        if (placement.attempts() == loaded.placement().attempts()) {
            // It failed before the target was called, so the try is not counted yet.
            placement.tried();
        }
        OptionalLong highest = e instanceof TargetRefused refused ? refused.highestFence() : OptionalLong.empty();
        if (highest.isPresent()) {
            fenceBehind(recording, placement, loaded, highest.getAsLong());
        }
        boolean refused = e instanceof TargetRefused && highest.isEmpty();
        if (!loaded.isTakeDown() && !kept && (refused || placement.attempts() >= Backoff.PUBLISH_TRIES)) {
            placement.dead(problem);
        } else {
            placement.failed(problem, loaded.isTakeDown(), recording.now().plus(wait(placement.attempts(), loaded, e)));
        }
        recording.event(
                "placement.failed",
                loaded.item(),
                Map.of(
                        "placement",
                        work.placement(),
                        "decision",
                        loaded.desired().key(),
                        "problem",
                        problem));
        return placement;
    }

    /** Our records are older than what the website remembers, as after a restored backup. Never quietly. */
    private static void fenceBehind(Recording recording, PlacementEntity placement, Loaded loaded, long highest) {
        long ours = placement.fence();
        placement.fenceSeen(highest);
        recording.event(
                "placement.fence-behind",
                loaded.item(),
                Map.of("placement", placement.id(), "fence", Long.toString(ours), "seen", Long.toString(highest)));
        LOG.atError()
                .addKeyValue("placement", placement.id())
                .addKeyValue("fence", ours)
                .addKeyValue("seen", highest)
                .log("The website has carried out a newer decision than our database knows of: was an older backup"
                        + " restored? The next try jumps above it; compare the database with the traffic log");
    }

    private static Duration wait(int attempts, Loaded loaded, RuntimeException e) {
        Duration own = Backoff.after(attempts, loaded.isTakeDown());
        if (!(e instanceof TargetUnavailable unavailable)
                || unavailable.retryAfter().isEmpty()) {
            return own;
        }
        Duration asked = unavailable.retryAfter().get();
        if (loaded.isTakeDown() && asked.compareTo(LONGEST_PEACE) > 0) {
            return LONGEST_PEACE;
        }
        return asked.compareTo(Duration.ofSeconds(1)) < 0 ? own : asked;
    }
}
