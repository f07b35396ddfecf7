package dev.prakat.report;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an officer is to do about a report now. Immutable. Source: S001-R29, S003-R23
 *
 * @param period the report's period, by its name
 * @param step {@code submit}, {@code acknowledge} or {@code carry-out}
 * @param labelTh what is to be done, in Thai
 * @param labelEn what is to be done, in English
 * @param title what was ordered, with its number; empty for another step
 * @param due the last day, in Asia/Bangkok, or null when no day is named
 * @param late whether that day is over
 */
public record ReportTask(
        String period,
        String step,
        String labelTh,
        String labelEn,
        String title,
        @Nullable LocalDate due,
        boolean late) {}
