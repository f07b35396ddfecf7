package dev.prakat.item;

import java.time.Instant;

/**
 * That the content of a revision was erased by order. Its hash and the hashes of its files stay. Immutable.
 *
 * @param at when
 * @param order the number of the order
 * @param official who gave the order: an office, a court, a committee
 */
public record Erasure(Instant at, String order, String official) {}
