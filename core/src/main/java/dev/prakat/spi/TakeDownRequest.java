package dev.prakat.spi;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to take down, and what to leave in its place. Immutable.
 *
 * @param placement the placement's key
 * @param fence the placement's fence, greater than 0 and higher with every new decision
 * @param idempotencyKey the same for every try of the same decision
 * @param item the item's key
 * @param kind what to leave in its place
 * @param reason why
 * @param notice the finished text of the notice
 * @param redirectTo where the address leads; given exactly for {@link TakeDownKind#REDIRECT}
 * @param artefacts everything that was captured when it was published; empty when it never was
 * @param site what the site shows besides items
 * @param now the instant of this pass
 * @param recorder the way into the traffic log
 */
public record TakeDownRequest(
        String placement,
        long fence,
        String idempotencyKey,
        String item,
        TakeDownKind kind,
        TakeDownReason reason,
        Notice notice,
        @Nullable URI redirectTo,
        List<Artefact> artefacts,
        SiteView site,
        Instant now,
        TrafficRecorder recorder) {

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if a redirect has no address, or another kind has one
     */
    public TakeDownRequest {
        if ((kind == TakeDownKind.REDIRECT) != (redirectTo != null)) {
            throw new IllegalArgumentException("take-down of " + item + ": found kind " + kind + " with address "
                    + redirectTo + ", expected an address exactly for REDIRECT");
        }
        artefacts = List.copyOf(artefacts);
    }
}
