package dev.prakat.spi;

/**
 * A line of an item's revision history, to be printed. Immutable.
 *
 * @param number the number of the revision, from 1
 * @param made when it was made; not when it became public
 */
public record RevisionLine(int number, PrintedInstant made) {}
