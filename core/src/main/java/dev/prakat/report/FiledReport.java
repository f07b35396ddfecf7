package dev.prakat.report;

import dev.prakat.spi.OfficerId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report on its way to the superior and back. Immutable. Source: S001-R29, S003-R23
 *
 * @param id its key, for example {@code report:oversight/2564-Q2}
 * @param period what it covers, and when it is due
 * @param status where it stands
 * @param remarks what the officer wrote beside the figures
 * @param figuresHash the SHA-256 of the figures as they were submitted, in hexadecimal, or null before
 * @param draftedBy who drafted it
 * @param draftedAt when
 * @param submitted who submitted it first and when, or null before
 * @param lateDays how many working days after it was due it was first submitted; 0 for one in time or not submitted
 * @param correctedAt when it was last submitted again, or null
 * @param acknowledged who acknowledged it and when, or null before
 * @param note what the superior said to it; may be empty
 * @param orders what the superior ordered, oldest first
 */
public record FiledReport(
        String id,
        ReportPeriod period,
        Status status,
        ReportRemarks remarks,
        @Nullable String figuresHash,
        OfficerId draftedBy,
        Instant draftedAt,
        @Nullable Signed submitted,
        int lateDays,
        @Nullable Instant correctedAt,
        @Nullable Signed acknowledged,
        String note,
        List<ReportOrder> orders) {

    /** Copies the list. */
    public FiledReport {
        orders = List.copyOf(orders);
    }

    /** Where a report stands. */
    public enum Status {
        /** Being written. */
        DRAFTED,
        /** With the superior. */
        SUBMITTED,
        /** The superior has taken note of it. */
        ACKNOWLEDGED,
        /** The superior ordered something that is not done yet. */
        ORDERED,
        /** Everything that was ordered is done. */
        CARRIED_OUT
    }

    /**
     * That somebody did something.
     *
     * @param by who
     * @param at when
     */
    public record Signed(OfficerId by, Instant at) {}

    /**
     * Whether it was, or is, late.
     *
     * @param today the day, in Asia/Bangkok
     * @return true if it was submitted after it was due, or is due and not submitted
     */
    public boolean late(LocalDate today) {
        return submitted == null ? today.isAfter(period.due()) : lateDays > 0;
    }
}
