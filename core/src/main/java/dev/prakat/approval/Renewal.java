package dev.prakat.approval;

import java.time.LocalDate;
import java.util.Set;

/**
 * A wish to keep the same content public for longer. It needs a new agreement; until then the agreed end holds. Immutable.
 * Source: AMB-09
 *
 * @param until the new last day, in Asia/Bangkok; for a permanent period the new review date
 * @param targets the websites for which it is asked; empty for all of the agreed plan
 */
public record Renewal(LocalDate until, Set<String> targets) {

    /** Copies the set. */
    public Renewal {
        targets = Set.copyOf(targets);
    }

    /**
     * A renewal on every website of the agreed plan.
     *
     * @param day the new last day, or the new review date of a permanent period
     * @return the renewal
     */
    public static Renewal until(LocalDate day) {
        return new Renewal(day, Set.of());
    }
}
