package dev.prakat.staff;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * From when until when an order holds: whole days in Asia/Bangkok, half-open instants inside. Immutable. Source: AMB-08.
 *
 * @param from the first day
 * @param until the last day, itself included; null when the order holds until another one
 */
public record Term(LocalDate from, @Nullable LocalDate until) {

    private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");

    /**
     * Checks the order of the days.
     *
     * @throws IllegalArgumentException if the last day is before the first
     */
    public Term {
        if (until != null && until.isBefore(from)) {
            throw new IllegalArgumentException("term: found the last day " + until + " before the first day " + from);
        }
    }

    /**
     * Whether it holds at an instant.
     *
     * @param at the instant
     * @return true from the first day's 00:00 until just before the 00:00 that follows the last day
     */
    public boolean holds(Instant at) {
        return !at.isBefore(start(from)) && (until == null || at.isBefore(start(until.plusDays(1))));
    }

    /** When a day begins. */
    static Instant start(LocalDate day) {
        return day.atStartOfDay(BANGKOK).toInstant();
    }
}
