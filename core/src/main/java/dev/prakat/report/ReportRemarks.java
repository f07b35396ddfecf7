package dev.prakat.report;

/**
 * What the officer writes to the superior beside the figures. Immutable. Source: S001-R29, S003-R23
 *
 * @param problems problems; may be empty
 * @param obstacles obstacles; may be empty
 * @param suggestions suggestions; may be empty
 */
public record ReportRemarks(String problems, String obstacles, String suggestions) {

    /** Nothing is said. */
    public static final ReportRemarks NONE = new ReportRemarks("", "", "");

    /** Takes blanks off the ends. */
    public ReportRemarks {
        problems = problems.strip();
        obstacles = obstacles.strip();
        suggestions = suggestions.strip();
    }
}
