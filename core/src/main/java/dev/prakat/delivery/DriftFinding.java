package dev.prakat.delivery;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A difference between a website and what was proven to be on it. Immutable.
 *
 * @param id its key
 * @param target the website
 * @param placement the placement's key; null when the website shows an item that has none there
 * @param address the public address
 * @param drift how it differs
 * @param expected what must be seen, in words
 * @param found what was seen, in words
 * @param firstSeen when it was first seen
 * @param lastSeen when it was last seen
 */
public record DriftFinding(
        String id,
        String target,
        @Nullable String placement,
        URI address,
        Drift drift,
        String expected,
        String found,
        Instant firstSeen,
        Instant lastSeen) {}
