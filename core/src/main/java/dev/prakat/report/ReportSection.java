package dev.prakat.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table of a report. Its title and the names of its columns are texts of reports: {@code section.ID} and {@code column.ID}.
 * Immutable.
 *
 * @param id its key, for example {@code published-by-category}
 * @param columns the keys of the columns
 * @param rows the rows, in the order in which they are printed
 * @param chart the key of the column that is drawn as bars, or null when none is
 */
public record ReportSection(
        String id,
        List<String> columns,
        List<ReportRow> rows,
        @Nullable String chart) {

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if a row has another number of figures than there are columns
     */
    public ReportSection {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        for (ReportRow row : rows) {
            if (row.cells().size() != columns.size()) {
                throw new IllegalArgumentException("section " + id + ", row " + row.key() + ": found "
                        + row.cells().size() + " figures, expected " + columns.size());
            }
        }
    }

    /**
     * A figure.
     *
     * @param row the row's key
     * @param column the column's key
     * @return the figure
     * @throws IllegalArgumentException if there is no such row or column
     */
    public ReportCell cell(String row, String column) {
        int index = columns.indexOf(column);
        return rows.stream()
                .filter(each -> index >= 0 && each.key().equals(row))
                .map(each -> each.cells().get(index))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("section " + id + " has no figure " + row + "/" + column
                        + "; columns: " + columns + ", rows: "
                        + rows.stream().map(ReportRow::key).toList()));
    }
}
