package dev.prakat.request;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A unit that owns data and was asked for it. Immutable. Source: S000-R09
 *
 * @param unit the unit's code
 * @param asked when it was asked by letter
 * @param answered when its data came, or null while it is awaited
 */
public record OwnerUnit(
        String unit, Instant asked, @Nullable Instant answered) {}
