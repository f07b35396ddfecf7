package dev.prakat.table;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * One row of a file. Immutable.
 *
 * @param number its number in the spreadsheet; the header is 1
 * @param header the names of the columns, stripped, in lower case
 * @param cells the cells exactly as they stand
 */
public record TableRow(int number, List<String> header, List<String> cells) {

    /** Copies the lists. */
    public TableRow {
        header = List.copyOf(header);
        cells = List.copyOf(cells);
    }

    /**
     * A cell exactly as it stands.
     *
     * @param column the column's name
     * @return its text with all its blanks; empty when the file has no such column
     */
    public String raw(String column) {
        int index = header.indexOf(column);
        return index < 0 || index >= cells.size() ? "" : cells.get(index);
    }

    /**
     * A cell without the blanks around it.
     *
     * @param column the column's name
     * @return its text; empty when the file has no such column
     */
    public String text(String column) {
        return raw(column).strip();
    }

    /**
     * The parts of a cell that holds several texts.
     *
     * @param column the column's name
     * @param separator what stands between them
     * @return the parts in their order, without blanks around them and without empty ones
     */
    public List<String> list(String column, char separator) {
        return Arrays.stream(text(column).split(Pattern.quote(String.valueOf(separator)), -1))
                .map(String::strip)
                .filter(Predicate.not(String::isEmpty))
                .toList();
    }
}
