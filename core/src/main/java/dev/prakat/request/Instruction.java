package dev.prakat.request;

import dev.prakat.spi.OfficerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was instructed in the place of an approval. Immutable. Source: S000-R20
 *
 * @param committee whether the information committee is to consider it
 * @param words what is to be done; empty once it was erased
 * @param at when
 * @param by who
 * @param outcome what came of it, or null while it is being done
 * @param done when it was done, or null
 */
public record Instruction(
        boolean committee,
        String words,
        Instant at,
        OfficerId by,
        @Nullable String outcome,
        @Nullable Instant done) {}
