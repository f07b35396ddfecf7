package dev.prakat.spi;

import java.time.Instant;

/**
 * An instant with the text that people read. Immutable.
 *
 * @param instant the instant
 * @param text the same with a Buddhist-era date in Asia/Bangkok, for example {@code 1 เมษายน 2564}
 */
public record PrintedInstant(Instant instant, String text) {}
