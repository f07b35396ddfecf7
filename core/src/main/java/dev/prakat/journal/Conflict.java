package dev.prakat.journal;

import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.Actor;
import dev.prakat.transaction.CollisionException;
import java.util.List;

/**
 * What a failure beside another command means: which version of its subject the command had read, and what has been written
 * since. Its queries may have seen the subject before and after that, so whatever it stumbled over may be nothing but this.
 *
 * @param subject what the command is about
 * @param read the number of events that the subject had when the command read it
 * @param since the events since then, the oldest first
 */
record Conflict(String subject, int read, List<JournalEvent> since) {

    /** How many of the events since are read. */
    static final int LIMIT = 50;

    /**
     * Whether the command may be run again as if it came now. A part of Prakat decides by what it reads and may always. An
     * officer's command may only when no other person has written since: what a sweep notes about an item is nothing that the
     * officer would have wanted to look at first.
     */
    boolean mayRepeat(Actor actor, RuntimeException failure) {
        if (since.isEmpty() && !(failure instanceof CollisionException)) {
            return false;
        }
        return actor.isSystem() || since.stream().allMatch(event -> Actor.isSystem(event.officer()));
    }

    RuntimeException problem(RuntimeException cause) {
        if (since.isEmpty()) {
            return cause;
        }
        JournalEvent newest = since.get(since.size() - 1);
        String revision = newest.detail("revision");
        return new PrakatException(
                ProblemCode.CONFLICT,
                subject + ": this command read version " + read + ", but the newest is version " + newest.position()
                        + ", '" + newest.type() + "'" + (revision.isEmpty() ? "" : " of revision " + revision) + " by "
                        + newest.officer() + " at " + newest.at()
                        + ". Nothing of this command was stored. Look at the newest version and repeat what you still want.",
                cause);
    }
}
