package dev.prakat.spi;

/**
 * One step of a category's path. Immutable.
 *
 * @param id the category's stable key: {@code [0-9a-z-]}, safe in an address
 * @param label its printed label
 */
public record CategoryLabel(String id, String label) {}
