package dev.prakat.item;

import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.Officer;
import jakarta.persistence.EntityManager;
import java.util.OptionalInt;

/** Whether an item may get a new revision now, by this officer, from where the officer started. */
final class Revising {

    private Revising() {}

    static void require(EntityManager manager, Item item, Officer officer, OptionalInt basedOn) {
        if (!officer.unit().equals(item.ownerUnit())) {
            throw new PrakatException(
                    ProblemCode.NOT_ALLOWED,
                    "item " + item.id() + ": " + officer.id() + " of unit " + officer.unit()
                            + " may not revise it; expected an officer of its unit " + item.ownerUnit() + ".");
        }
        if (item.state() == ItemState.IN_APPROVAL) {
            throw new PrakatException(
                    ProblemCode.CONFLICT,
                    "item " + item.id()
                            + ": its procedure is running, and what was submitted must stay as it is. Have it sent"
                            + " back or decided first.");
        }
        int newest = item.current().number();
        if (basedOn.isPresent() && basedOn.getAsInt() != newest) {
            throw outdated(item, ItemQueries.revision(manager, item.id(), basedOn.getAsInt()));
        }
    }

    private static PrakatException outdated(Item item, Revision started) {
        Revision newest = item.current();
        return new PrakatException(
                ProblemCode.CONFLICT,
                "item " + item.id() + ": this was written on " + made(started) + ", but the newest is " + made(newest)
                        + ". Between them changed: "
                        + Comparison.of(item.id(), started, newest).parts() + ". Look at 'item diff " + item.id()
                        + " --from " + started.number() + " --to " + newest.number()
                        + "', put both together, and revise again on revision " + newest.number() + ".");
    }

    private static String made(Revision revision) {
        return "revision " + revision.number() + ", made by " + revision.createdBy() + " at " + revision.createdAt();
    }
}
