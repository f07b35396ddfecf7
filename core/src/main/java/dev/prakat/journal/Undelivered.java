package dev.prakat.journal;

import dev.prakat.spi.PrakatListener;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that a listener was to be told and did not take yet. Immutable.
 *
 * @param event what it is told
 * @param attempts how often it was tried
 * @param nextAttempt from when on it is tried again
 * @param lastProblem what the last try threw, or null when it was never tried
 */
public record Undelivered(
        PrakatListener.Event event,
        int attempts,
        Instant nextAttempt,
        @Nullable String lastProblem) {}
