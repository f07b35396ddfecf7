package dev.prakat.delivery;

import dev.prakat.delivery.Desired.Schedule;
import dev.prakat.item.ItemId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One item on one target, as it stands. Immutable.
 *
 * @param id its key, {@code item@target}
 * @param item the item
 * @param target the target's name
 * @param schedule what was approved and ordered
 * @param state what is known
 * @param fence the fence of the last decision; 0 when nothing was begun
 * @param due when the sweep looks at it next, or null
 * @param attempts how often the last decision was tried
 * @param lastProblem what went wrong last, or null
 * @param deliveredAt when a revision was last made public, or null
 * @param provenAt when the state was last proven, or null
 * @param removalLateness from the instant a removal was due to its proof, or null
 * @param artefacts the public addresses and what was seen there
 */
public record Placement(
        String id,
        ItemId item,
        String target,
        Schedule schedule,
        PlacementState state,
        long fence,
        @Nullable Instant due,
        int attempts,
        @Nullable String lastProblem,
        @Nullable Instant deliveredAt,
        @Nullable Instant provenAt,
        @Nullable Duration removalLateness,
        List<PlacementArtefact> artefacts) {

    public Placement {
        artefacts = List.copyOf(artefacts);
    }
}
