package dev.prakat.complaint;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * A complaint as it comes in, with the stamp of its receipt. Immutable. Source: S004-R08, S004-R15
 *
 * @param number its number in the register
 * @param unit the code of the unit whose it is
 * @param received the day on the stamp, in Asia/Bangkok
 * @param receivedAt the time on the stamp, or null when it has none
 * @param channel the way by which it came, one of the policy's
 * @param complainant who complains and of what
 */
public record NewComplaint(
        ComplaintNumber number,
        String unit,
        LocalDate received,
        @Nullable LocalTime receivedAt,
        String channel,
        Complainant complainant) {}
