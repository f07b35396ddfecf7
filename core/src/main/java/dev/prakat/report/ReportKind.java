package dev.prakat.report;

/** What a report is about. */
public enum ReportKind {
    /** What was done by the measures within a period, for the superior's orders. */
    OVERSIGHT,
    /** Each step against its time limit. */
    DEADLINES,
    /** What must be there and what is there. */
    COMPLETENESS,
    /** What is not as current as its update period asks for. */
    CURRENCY,
    /** The indicator on complaints. It is circulated, and not filed with the superior. */
    COMPLAINTS
}
