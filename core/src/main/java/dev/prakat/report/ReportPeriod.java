package dev.prakat.report;

import dev.prakat.calendar.ThaiDate;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What a report covers and when it is due. Immutable. Source: S001-R29, S003-R23
 *
 * @param name its key within the agency, for example {@code 2564-Q2} or {@code 2564-first}
 * @param from the first day, in Asia/Bangkok
 * @param until the last day, in Asia/Bangkok
 * @param due the last day on which the report is submitted in time
 */
public record ReportPeriod(String name, LocalDate from, LocalDate until, LocalDate due) {

    /** {@return the first instant of the period} */
    public Instant begins() {
        return from.atStartOfDay(ThaiDate.BANGKOK).toInstant();
    }

    /** {@return the first instant after the period} */
    public Instant ends() {
        return until.plusDays(1).atStartOfDay(ThaiDate.BANGKOK).toInstant();
    }
}
