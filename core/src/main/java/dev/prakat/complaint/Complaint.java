package dev.prakat.complaint;

import dev.prakat.policy.ComplaintPolicy.Detail;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A complaint in the register, without any personal detail. Immutable.
 *
 * @param number its number
 * @param unit the code of the unit whose it is
 * @param received the day of receipt
 * @param receivedAt the time on the stamp, {@code 15:18}, or null
 * @param channel the way by which it came
 * @param missing what is missing of what makes a complaint; empty for an admissible one. Source: S004-R15
 * @param conclusion how it ended, or null while it is open
 * @param lastDay the last day on which it is resolved in time. Source: S004-R12
 * @param erased whether its personal details were erased
 */
public record Complaint(
        ComplaintNumber number,
        String unit,
        LocalDate received,
        @Nullable String receivedAt,
        String channel,
        Set<Detail> missing,
        @Nullable Conclusion conclusion,
        LocalDate lastDay,
        boolean erased) {

    /** Copies the set. */
    public Complaint {
        missing = Set.copyOf(missing);
    }
}
