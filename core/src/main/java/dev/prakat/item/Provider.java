package dev.prakat.item;

import java.time.LocalDate;

/**
 * Who answers for what an item says. Never public. Immutable. Source: S002-F07.
 *
 * @param name the name
 * @param date the day on which the provider signed, in Asia/Bangkok
 */
public record Provider(String name, LocalDate date) {}
