package dev.prakat.complaint;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The indicator of one month or of several together. Immutable. Every figure is the number of complaints behind it, and these are
 * named: {@link #numbers}. No personal detail is among them.
 *
 * @param from the first month
 * @param until the last month; the same for one month
 * @param asOf the day up to which was known what was counted; before the end of the last month the figures are provisional
 * @param behind the numbers of the complaints behind each figure, in the order of the register
 * @param counted how many counted: the denominator. Source: S004-R14, AMB-28
 * @param inTime how many of these were resolved in time: the numerator
 * @param score the percentage and its score; null when there was no complaint, or none of it is known. Source: AMB-31
 */
public record KpiFigures(
        YearMonth from,
        YearMonth until,
        LocalDate asOf,
        Map<KpiStanding, List<String>> behind,
        int counted,
        int inTime,
        @Nullable KpiScore score) {

    /** Copies the map. */
    public KpiFigures {
        Map<KpiStanding, List<String>> copy = new EnumMap<>(KpiStanding.class);
        behind.forEach((standing, numbers) -> copy.put(standing, List.copyOf(numbers)));
        behind = Collections.unmodifiableMap(copy);
    }

    /**
     * The complaints behind a figure.
     *
     * @param standing the figure
     * @return their numbers in the register
     */
    public List<String> numbers(KpiStanding standing) {
        return behind.getOrDefault(standing, List.of());
    }

    /**
     * A figure.
     *
     * @param standing which
     * @return how many complaints
     */
    public int count(KpiStanding standing) {
        return numbers(standing).size();
    }

    /**
     * Whether something may still change it: the last month was not over.
     *
     * @return true before the end of the last month
     */
    public boolean provisional() {
        return asOf.isBefore(until.atEndOfMonth());
    }
}
