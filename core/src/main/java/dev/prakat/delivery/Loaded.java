package dev.prakat.delivery;

import dev.prakat.delivery.Desired.TakenDown;
import dev.prakat.item.Item;
import dev.prakat.item.Revision;
import dev.prakat.item.RevisionSummary;
import dev.prakat.spi.Artefact;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was read of a claimed placement before anything is done about it. Immutable.
 *
 * @param placement the placement with its addresses
 * @param plan what was approved; the category is the approved one, which a later draft does not change
 * @param desired what its target must show now
 * @param shown whether the target was last known to show just that
 * @param begun whether anything of the item was ever begun on this target
 * @param content the item and its approved revision, or null when its rows cannot be read
 * @param usedByOthers the addresses of this placement at which another item stands too, such as a file that both have
 */
record Loaded(
        Placement placement,
        ApprovedPlan plan,
        Desired desired,
        boolean shown,
        boolean begun,
        @Nullable Content content,
        Set<URI> usedByOthers) {

    /** The item, the revision that was approved, and all revisions, the newest first; none of those for a take-down, which prints none. */
    record Content(Item item, Revision revision, List<RevisionSummary> history) {}

    String item() {
        return placement.item().value();
    }

    /** Every address that was ever captured. */
    List<Artefact> artefacts() {
        return placement.artefacts().stream().map(PlacementArtefact::artefact).toList();
    }

    boolean isTakeDown() {
        return desired instanceof TakenDown;
    }

    /**
     * Whether the target has done its part and it is only to be seen. A take-down that was not seen is done again each time:
     * something may have brought the item back.
     */
    boolean onlyLook() {
        boolean doubtful = isTakeDown() && placement.lastProblem() != null;
        return shown && !doubtful;
    }
}
