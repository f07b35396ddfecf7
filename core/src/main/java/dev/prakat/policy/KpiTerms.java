package dev.prakat.policy;

import dev.prakat.calendar.TimeLimit;
import java.math.BigDecimal;
import java.util.List;

/**
 * What the complaint indicator measures and how it scores. Immutable. Source: S004-R12, S004-R13
 *
 * @param number its number among the agency's indicators
 * @param within how long a complaint may take, in working days
 * @param levels the percentages of the scores 1 to 5, rising, or falling where less is better
 * @param weight its weight, of 100
 * @param choices how it is read where the document is silent
 */
public record KpiTerms(int number, TimeLimit within, List<BigDecimal> levels, BigDecimal weight, KpiChoices choices) {

    /** Copies the list. */
    public KpiTerms {
        levels = List.copyOf(levels);
    }

    /**
     * The same indicator, read otherwise.
     *
     * @param other how it is read
     * @return the changed copy
     */
    public KpiTerms with(KpiChoices other) {
        return new KpiTerms(number, within, levels, weight, other);
    }
}
