package dev.prakat.report;

import java.util.List;

/**
 * A row of a section: what it is about, and a figure for each column. Immutable.
 *
 * @param key its key within the section, for example a category's id
 * @param labelTh what it is about, in Thai
 * @param labelEn in English; the Thai label where there is no other
 * @param cells the figures, one for each column of the section
 */
public record ReportRow(String key, String labelTh, String labelEn, List<ReportCell> cells) {

    /** The key of a row that holds the sums of the others. */
    public static final String TOTAL = "total";

    /** Copies the list. */
    public ReportRow {
        cells = List.copyOf(cells);
    }
}
