package dev.prakat.report;

import dev.prakat.report.FiledReport.Signed;
import dev.prakat.spi.OfficerId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a superior ordered on a report. Immutable. Source: S001-R29
 *
 * @param number its number on the report, from 1
 * @param text what is to be done
 * @param unit the code of the unit that is to do it
 * @param dueOn the last day, in Asia/Bangkok, or null when the order names none
 * @param orderedBy who ordered it
 * @param orderedAt when
 * @param done who said that it is done and when, or null as long as nobody did
 * @param how what was done; empty before
 */
public record ReportOrder(
        int number,
        String text,
        String unit,
        @Nullable LocalDate dueOn,
        OfficerId orderedBy,
        Instant orderedAt,
        @Nullable Signed done,
        String how) {}
