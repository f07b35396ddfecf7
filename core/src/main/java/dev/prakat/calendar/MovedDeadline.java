package dev.prakat.calendar;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A deadline that another calendar moves. Immutable.
 *
 * @param deadline the deadline with the due instant that was stored
 * @param due when it is due by the new calendar
 * @param changes the holidays that came or went between its start and the later of both due instants, by date; empty only when
 *     the stored due instant was not the old calendar's
 * @param storedFits whether the stored due instant was the old calendar's; if not, somebody or an older calendar set it, and the
 *     keeper should ask before moving it
 */
public record MovedDeadline(OpenDeadline deadline, Instant due, List<HolidayChange> changes, boolean storedFits) {

    /** Copies the list. */
    public MovedDeadline {
        changes = List.copyOf(changes);
    }

    /**
     * Why it moved, for a journal.
     *
     * @return the changes on one line
     */
    public String reason() {
        String lines = changes.stream().map(HolidayChange::line).collect(Collectors.joining("; "));
        String stored = storedFits ? "" : "the stored due instant was not the old calendar's";
        return lines + (lines.isEmpty() || stored.isEmpty() ? "" : "; ") + stored;
    }
}
