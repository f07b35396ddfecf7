package dev.prakat.calendar;

import java.time.LocalDate;

/**
 * A quarter of the government's fiscal year, which begins on 1 October of the year before its name. Immutable.
 *
 * @param yearBe the fiscal year, Buddhist era: 2564 is 1 October 2563 to 30 September 2564
 * @param quarter 1 (October to December) to 4 (July to September)
 */
public record FiscalQuarter(int yearBe, int quarter) {

    private static final int FIRST_MONTH = 10;
    private static final int MONTHS = 3;

    /**
     * Checks the quarter.
     *
     * @throws IllegalArgumentException if the quarter is not 1 to 4
     */
    public FiscalQuarter {
        if (quarter < 1 || quarter > 4) {
            throw new IllegalArgumentException("fiscal quarter: found " + quarter + ", expected 1 to 4");
        }
    }

    /**
     * The quarter in which a day lies.
     *
     * @param day the day
     * @return its quarter
     */
    public static FiscalQuarter of(LocalDate day) {
        int yearBe = day.getYear() + ThaiDate.ERA + (day.getMonthValue() >= FIRST_MONTH ? 1 : 0);
        return new FiscalQuarter(yearBe, (day.getMonthValue() + 2) % 12 / MONTHS + 1);
    }

    /**
     * Its first day.
     *
     * @return 1 October, 1 January, 1 April or 1 July
     */
    public LocalDate firstDay() {
        return LocalDate.of(yearBe - ThaiDate.ERA - 1, FIRST_MONTH, 1).plusMonths((quarter - 1L) * MONTHS);
    }

    /**
     * Its last day.
     *
     * @return 31 December, 31 March, 30 June or 30 September
     */
    public LocalDate lastDay() {
        return firstDay().plusMonths(MONTHS).minusDays(1);
    }

    /**
     * The round of staff appraisal that it belongs to.
     *
     * @return 1 for October to March, 2 for April to September
     */
    public int round() {
        return (quarter + 1) / 2;
    }

    /** For example {@code 2564 Q4}. */
    @Override
    public String toString() {
        return yearBe + " Q" + quarter;
    }
}
