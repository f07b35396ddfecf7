package dev.prakat.delivery;

import dev.prakat.spi.Artefact;
import dev.prakat.spi.Observation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A public address of a placement and what was last seen there. Immutable.
 *
 * @param artefact the address, captured at publish time
 * @param answer what was seen, or null when nobody looked yet
 * @param soft whether the notice was shown with a status that says "here it is"
 * @param evidence what was seen, for people
 * @param observedAt when, or null
 */
public record PlacementArtefact(
        Artefact artefact,
        Observation.@Nullable Answer answer,
        boolean soft,
        String evidence,
        @Nullable Instant observedAt) {}
