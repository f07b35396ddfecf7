package dev.prakat.complaint;

import java.util.List;

/**
 * The indicator of a period: its months, and all of them together. Immutable. Source: S004-R03, AMB-30
 *
 * @param months each month, oldest first
 * @param total the period; for a single month the same as the month
 */
public record KpiResult(List<KpiFigures> months, KpiFigures total) {

    /** Copies the list. */
    public KpiResult {
        months = List.copyOf(months);
    }
}
