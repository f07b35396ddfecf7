package dev.prakat.procedure;

/**
 * A post that officers hold in a unit, for example its director. Immutable.
 *
 * @param id the stable key in upper case, for example {@code DIRECTOR}
 * @param labelTh its Thai name
 * @param labelEn its English name
 */
public record Post(String id, String labelTh, String labelEn) {}
