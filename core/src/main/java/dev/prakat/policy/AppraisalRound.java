package dev.prakat.policy;

import java.time.LocalDate;
import java.time.MonthDay;
import org.jspecify.annotations.Nullable;

/**
 * A round of appraisal in the fiscal year, and the report on its first months. Immutable. Source: S004-R05, S004-R06
 *
 * @param number 1 or 2
 * @param from its first day
 * @param until its last day
 * @param interimMonths how many first months are reported on their own; 0 when none are
 * @param interimDue the day on which that report is due, or null
 * @param interimTo the code of the unit that gets it; empty when there is none
 */
public record AppraisalRound(
        int number,
        MonthDay from,
        MonthDay until,
        int interimMonths,
        @Nullable MonthDay interimDue,
        String interimTo) {

    private static final int ERA = 543;
    private static final int OCTOBER = 10;

    /**
     * Its first day in a fiscal year.
     *
     * @param fiscalYear the year, Buddhist era: 2564 begins on 1 October 2563
     * @return the day
     */
    public LocalDate firstDay(int fiscalYear) {
        return day(from, fiscalYear);
    }

    /**
     * Its last day in a fiscal year.
     *
     * @param fiscalYear the year, Buddhist era
     * @return the day
     */
    public LocalDate lastDay(int fiscalYear) {
        return day(until, fiscalYear);
    }

    /**
     * When the report on its first months is due.
     *
     * @param fiscalYear the year, Buddhist era
     * @return the day, or null when there is no such report
     */
    public @Nullable LocalDate interimDue(int fiscalYear) {
        return interimDue == null ? null : day(interimDue, fiscalYear);
    }

    private static LocalDate day(MonthDay day, int fiscalYear) {
        return day.atYear(fiscalYear - ERA - (day.getMonthValue() >= OCTOBER ? 1 : 0));
    }
}
