package dev.prakat.complaint;

import dev.prakat.complaint.MonthlyReport.Counts;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the centre makes of the units' reports on a month. Immutable. Source: S004-R10, S004-R22
 *
 * @param month the month
 * @param due when the reports were due
 * @param sent the reports that came, by unit
 * @param notSent the codes of the units that have not sent theirs
 * @param differing the codes of the units whose register says something else now than what they sent
 * @param total the sum of what came
 * @param score what it is worth; null when nothing counted
 */
public record Consolidation(
        YearMonth month,
        LocalDate due,
        List<MonthlyReport> sent,
        List<String> notSent,
        List<String> differing,
        Counts total,
        @Nullable KpiScore score) {

    /** Copies the lists. */
    public Consolidation {
        sent = List.copyOf(sent);
        notSent = List.copyOf(notSent);
        differing = List.copyOf(differing);
    }
}
