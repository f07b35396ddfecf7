package dev.prakat.approval;

import dev.prakat.item.ErasureOrder;
import dev.prakat.item.Item;
import dev.prakat.item.ItemId;
import dev.prakat.journal.Journal;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.Actor;
import dev.prakat.spi.Officer;
import java.util.function.Predicate;

/**
 * Erases personal data inside an immutable revision by order: the bytes go, the hashes and the proof stay, and a replay passes.
 * Thread-safe. Source: PDPA section 33
 */
public final class Erasures {

    private final Journal journal;
    private final Casework casework;
    private final Predicate<ItemId> isPublic;

    Erasures(Journal journal, Casework casework, Predicate<ItemId> isPublic) {
        this.journal = journal;
        this.casework = casework;
        this.isPublic = isPublic;
    }

    /**
     * Erases the content of a revision. What officers wrote in the item's cases and errors goes too where the order says so. A
     * second call about the same revision does nothing.
     *
     * @param id the item
     * @param actor an officer of the item's unit, or of a unit that holds a duty for its category
     * @param revision the revision's number
     * @param order by whose order
     * @throws PrakatException {@code NOT_FOUND}, {@code NOT_ALLOWED} saying who may, {@code CONFLICT} while something of the item
     *     is public, its procedure is running, or it is approved and not ordered down
     */
    public void erase(ItemId id, Actor actor, int revision, ErasureOrder order) {
        boolean still = isPublic.test(id);
        journal.command(actor, "item.erase", id.value(), recording -> {
            Officer officer = casework.staff().require(actor.officer());
            Item item = casework.items().require(recording.manager(), id);
            casework.authority()
                    .requireWithdrawer(
                            officer, item, casework.publicFacts(item, officer), "erase content of", recording.now());
            if (still) {
                throw new PrakatException(
                        ProblemCode.CONFLICT,
                        "item " + id
                                + ": something of it is public, or was not seen to be gone. Withdraw it, let the sweep"
                                + " prove the removal, then erase it.");
            }
            boolean erased = casework.items().erased(recording, id, revision, order);
            if (erased && order.words()) {
                CaseQueries.ofItem(recording.manager(), id).forEach(CaseEntity::eraseWords);
                SiteErrors.eraseWords(recording.manager(), id);
            }
            return id;
        });
    }
}
