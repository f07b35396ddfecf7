package dev.prakat.delivery;

import dev.prakat.spi.PublishingTarget;
import jakarta.persistence.EntityManager;
import java.time.Instant;

/**
 * A placement that a lane has claimed.
 *
 * @param placement its key
 * @param removal whether it is due for a removal
 * @param token the claim's mark
 * @param target the website
 * @param now the instant of the pass
 */
record Work(String placement, boolean removal, String token, PublishingTarget target, Instant now) {

    /** The claim ended by itself and another node may have taken over: whoever was too slow writes nothing. */
    static final class ClaimLost extends RuntimeException {

        private static final long serialVersionUID = 1L;

        ClaimLost(String placement) {
            super("placement " + placement + ": the claim of this lane has ended and another may have taken over");
        }
    }

    /** The placement's row, if the claim is still ours. */
    PlacementEntity claimed(EntityManager manager) {
        PlacementEntity found = manager.find(PlacementEntity.class, placement);
        if (found == null || !token.equals(found.claim().token())) {
            throw new ClaimLost(placement);
        }
        return found;
    }
}
