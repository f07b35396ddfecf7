package dev.prakat.calendar;

import java.time.Instant;

/**
 * A time limit that still runs, as whoever keeps it stored it. Immutable.
 *
 * @param id the keeper's key of it
 * @param start when its clock began
 * @param limit how long it is
 * @param settings by what rules it was counted
 * @param due the due instant that was stored
 */
public record OpenDeadline(String id, Instant start, TimeLimit limit, DeadlineSettings settings, Instant due) {}
