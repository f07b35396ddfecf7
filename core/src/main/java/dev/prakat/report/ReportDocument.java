package dev.prakat.report;

import dev.prakat.policy.MemoHead;
import java.time.Instant;
import java.util.List;

/**
 * A report as it was at one instant: tables of figures, each with the keys of what is behind it. Immutable.
 *
 * @param kind what it is about
 * @param agencyTh the agency, in Thai
 * @param agencyEn the agency, in English
 * @param policy the policy and its version, by which was counted
 * @param period what it covers
 * @param madeAt when the figures were read; what it says of the present is as of then
 * @param remarks what the officer writes beside them
 * @param sections the tables
 */
public record ReportDocument(
        ReportKind kind,
        String agencyTh,
        String agencyEn,
        String policy,
        ReportPeriod period,
        Instant madeAt,
        ReportRemarks remarks,
        List<ReportSection> sections) {

    /** Copies the list. */
    public ReportDocument {
        sections = List.copyOf(sections);
    }

    /**
     * A table.
     *
     * @param id its key
     * @return the table
     * @throws IllegalArgumentException if the report has none of this key
     */
    public ReportSection section(String id) {
        return sections.stream()
                .filter(section -> section.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the report has no section " + id + ", but "
                        + sections.stream().map(ReportSection::id).toList()));
    }

    /**
     * The report with what the officer writes beside the figures.
     *
     * @param other the remarks
     * @return the changed copy
     */
    public ReportDocument with(ReportRemarks other) {
        return new ReportDocument(kind, agencyTh, agencyEn, policy, period, madeAt, other, sections);
    }

    /**
     * A page of its own that prints on A4 and fits a telephone: Thai with English beneath, each chart beside its table. It loads
     * nothing.
     *
     * @param explain whether the keys of what is behind each figure are listed too
     * @return HTML
     */
    public String toHtml(boolean explain) {
        return new ReportPage(this, explain).html();
    }

    /**
     * One line for each figure, for a spreadsheet: section, row, label, column, value, and what is behind it.
     *
     * @param explain whether the keys of what is behind each figure are listed too
     * @return CSV with a byte order mark
     */
    public String toCsv(boolean explain) {
        return ReportSheet.csv(this, explain);
    }

    /**
     * The report for machines. Instants are in UTC, a figure that is not there is null.
     *
     * @param explain whether the keys of what is behind each figure are listed too
     * @return one JSON object
     */
    public String toJson(boolean explain) {
        return ReportJson.write(this, explain);
    }

    /**
     * The report as a memorandum (บันทึกข้อความ) to a superior, in Thai, with Thai digits and dates of the Buddhist era.
     *
     * @param head who writes, and by which letter code; what is empty is printed as a dotted line
     * @param letter the number, to whom, and who signs
     * @return HTML
     */
    public String toMemo(MemoHead head, MemoLetter letter) {
        return new MemoPage(this, head, letter).html();
    }
}
