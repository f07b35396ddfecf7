package dev.prakat.complaint;

import dev.prakat.policy.ComplaintPolicy.Purpose;
import dev.prakat.spi.OfficerId;
import java.time.Instant;

/**
 * A complaint given to a section of the centre. Immutable. Source: S004-R09
 *
 * @param section the section, one of the policy's
 * @param purpose what for
 * @param at when
 * @param by who gave it
 */
public record ComplaintRoute(String section, Purpose purpose, Instant at, OfficerId by) {}
