package dev.prakat.delivery;

import java.time.Instant;
import java.util.List;

/**
 * For portals that print items from our tables themselves: a condition that lets through only what may be public at an instant.
 * With it an item is gone the moment its period ends or an order is given, whether a sweep ran or not. Immutable.
 *
 * @param sql a condition on {@code prakat_placement}, for the part after {@code where}; only the instant is left open
 * @param parameters the values of its question marks, in order
 */
public record WindowFilter(String sql, List<Instant> parameters) {

    private static final String CONDITION = "(#.confirmed = 'REVISION' and #.opens_at <= ?"
            + " and (#.closes_at is null or #.closes_at > ?) and (#.ordered_at is null or #.ordered_at > ?))";

    public WindowFilter {
        parameters = List.copyOf(parameters);
    }

    /**
     * What may be public at an instant: a revision that was delivered and is within its period. Which revision that is, is in
     * the column {@code confirmed_revision}.
     *
     * @param now the instant
     * @param alias how the statement calls {@code prakat_placement}; letters, digits and {@code _}
     * @return the condition
     * @throws IllegalArgumentException if the alias is anything else
     */
    public static WindowFilter at(Instant now, String alias) {
        if (!alias.matches("[A-Za-z][A-Za-z0-9_]*")) {
            throw new IllegalArgumentException(
                    "alias: found '" + alias + "', expected the name of a table in the statement, such as p");
        }
        return new WindowFilter(CONDITION.replace("#", alias), List.of(now, now, now));
    }
}
