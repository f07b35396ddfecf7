package dev.prakat.procedure;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;

/**
 * One round of follow-up in a year: what happened up to its cut-off is reported. Immutable. Source: S003-R23, S003-R24, S003-R25.
 *
 * @param id its key within the policy
 * @param cutOff the day of each year up to which it counts, that day included
 * @param rule the rule that it comes from
 */
public record OversightRound(String id, MonthDay cutOff, String rule) {

    /**
     * The cut-off in a year.
     *
     * @param year the year, of the common era
     * @param lastDayOfMonth whether the last day of February in a leap year takes the place of the 28th. Source: AMB-24
     * @return the day
     */
    public LocalDate cutOff(int year, boolean lastDayOfMonth) {
        YearMonth month = YearMonth.of(year, cutOff.getMonth());
        boolean last = cutOff.getDayOfMonth() >= cutOff.getMonth().minLength();
        return last && lastDayOfMonth ? month.atEndOfMonth() : cutOff.atYear(year);
    }
}
