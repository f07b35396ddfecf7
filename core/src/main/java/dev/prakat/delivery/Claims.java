package dev.prakat.delivery;

import dev.prakat.journal.Journal;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.transaction.DatabaseTime;
import dev.prakat.transaction.RowLocks;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

/**
 * Takes due placements for this node alone, a few at a time, removals before publications and the longest overdue first. A
 * claim ends by itself after {@link #LEASE}, measured by the database's clock, so that a node that died holds nothing up for
 * longer. Thread-safe.
 */
final class Claims {

    /** How long a claim holds without a word from its node. */
    static final Duration LEASE = Duration.ofSeconds(60);

    private final Journal journal;
    private final String nodeMark;
    private final String lifeMark;

    Claims(Journal journal, String node) {
        this.journal = journal;
        this.nodeMark = String.format(Locale.ROOT, "%08x", node.hashCode());
        this.lifeMark = nodeMark + UUID.randomUUID().toString().substring(0, 8);
    }

    /** A new mark; it names the node and its life, so that the next life of the node knows what this one left behind. */
    String token() {
        return lifeMark + UUID.randomUUID().toString().substring(0, 18);
    }

    /**
     * Ends the claims that an earlier life of this node left when it died. A node is one process at a time: the folder of its
     * traffic log is locked. So nobody need wait for the lease.
     */
    void endOfEarlierLives(String target, Instant now) {
        journal.inUnitOfWork(manager -> PlacementQueries.endClaims(manager, target, now, nodeMark, lifeMark));
    }

    /**
     * Claims what is due on a target.
     *
     * @return the claimed placements in the order in which they are to be worked on; empty when none is due, another node
     *     has them all, or is taking them at this moment
     */
    List<Claimed> next(Due due, String token) {
        try {
            return journal.inUnitOfWork(manager -> {
                Claim wanted = new Claim(token, DatabaseTime.now(manager).plus(LEASE));
                List<Claimed> claimed = new ArrayList<>(taken(manager, due, true, wanted));
                if (due.publications() && claimed.size() < due.limit()) {
                    claimed.addAll(taken(manager, due.less(claimed.size()), false, wanted));
                }
                return claimed;
            });
        } catch (PrakatException e) {
            if (e.code() == ProblemCode.CONFLICT) {
                return List.of();
            }
            throw e;
        }
    }

    /**
     * A placement that is claimed.
     *
     * @param placement its key
     * @param removal whether it is due for a removal
     */
    record Claimed(String placement, boolean removal) {}

    /**
     * Which due placements are asked for.
     *
     * @param publications whether publications too, or removals only
     * @param held what is due but was looked at in this pass already
     * @param limit how many at the most
     */
    record Due(String target, boolean publications, Instant now, Collection<String> held, int limit) {

        Due less(int taken) {
            return new Due(target, publications, now, held, limit - taken);
        }
    }

    private static List<Claimed> taken(EntityManager manager, Due due, boolean removal, Claim wanted) {
        List<String> ids = RowLocks.canSkipLocked(manager)
                ? locked(manager, due, removal, wanted)
                : oneByOne(manager, due, removal, wanted);
        return ids.stream().map(id -> new Claimed(id, removal)).toList();
    }

    private static List<String> locked(EntityManager manager, Due due, boolean removal, Claim wanted) {
        List<PlacementEntity> rows = PlacementQueries.lockDue(manager, due, removal, databaseNow(wanted));
        rows.forEach(row -> row.claim(wanted));
        return rows.stream().map(PlacementEntity::id).toList();
    }

    private static List<String> oneByOne(EntityManager manager, Due due, boolean removal, Claim wanted) {
        return PlacementQueries.due(manager, due, removal, databaseNow(wanted)).stream()
                .filter(id -> PlacementQueries.claim(manager, id, wanted, databaseNow(wanted)))
                .toList();
    }

    private static Instant databaseNow(Claim wanted) {
        return Objects.requireNonNull(wanted.until()).minus(LEASE);
    }

    /** Holds on to what is claimed for as long as a new claim would last; what was lost meanwhile stays lost. */
    static void hold(Journal journal, Collection<String> placements, String token) {
        journal.inUnitOfWork(manager -> PlacementQueries.hold(
                manager, placements, new Claim(token, DatabaseTime.now(manager).plus(LEASE))));
    }

    /** Lets go of what was claimed and is still due. */
    void release(Collection<String> placements, String token) {
        if (!placements.isEmpty()) {
            journal.inUnitOfWork(manager -> PlacementQueries.release(manager, placements, token));
        }
    }
}
