package dev.prakat.table;

import dev.prakat.problem.Finding;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A CSV file with a header, read as a spreadsheet shows it: cells verbatim, rows by their number. What spreadsheets do to such
 * files (semicolons, another encoding, lost columns, wrong quotes) is found here and never thrown. Immutable.
 *
 * @param rows the rows below the header without blank ones; none when the header or the encoding does not fit
 * @param findings what is wrong with the file as a table, in the order of the rows; the caller adds what is wrong with the
 *     cells
 */
public record Table(List<TableRow> rows, List<Finding> findings) {

    /** Copies the lists. */
    public Table {
        rows = List.copyOf(rows);
        findings = List.copyOf(findings);
    }

    /**
     * Reads a file; one that is missing is a finding.
     *
     * @param file the file
     * @param shape what its header must look like
     * @return its rows and findings
     * @throws PrakatException BROKEN if the file is there and cannot be read
     */
    public static Table read(Path file, TableShape shape) {
        if (!Files.isRegularFile(file)) {
            return new Table(
                    List.of(),
                    List.of(new Finding(
                            shape.file(),
                            shape.rule(),
                            "there is no such file at " + file,
                            "write the columns " + String.join(",", shape.needed())
                                    + " and the rows, or mend the path")));
        }
        try {
            return read(Files.readAllBytes(file), shape);
        } catch (IOException e) {
            throw new PrakatException(
                    ProblemCode.BROKEN, file + " cannot be read: " + e + "; look at its permissions and the disk", e);
        }
    }

    /**
     * The table as it was before {@link TableWriter} kept its cells from being calculated: an apostrophe before {@code = + - @}, a tab or
     * a carriage return at the beginning of a cell goes.
     *
     * @return the changed copy
     */
    public Table unguarded() {
        return new Table(
                rows.stream()
                        .map(row -> new TableRow(
                                row.number(),
                                row.header(),
                                row.cells().stream()
                                        .map(FormulaGuard::unguarded)
                                        .toList()))
                        .toList(),
                findings);
    }

    /**
     * Reads the bytes of a file.
     *
     * @param content UTF-8, with or without a byte order mark; any other encoding is a finding
     * @param shape what the header must look like
     * @return rows and findings
     */
    public static Table read(byte[] content, TableShape shape) {
        List<Finding> findings = new ArrayList<>();
        String text = TableText.decode(content, shape, findings);
        return text == null ? new Table(List.of(), findings) : read(text, shape);
    }

    /**
     * Reads text that is decoded already.
     *
     * @param text the file's text, with or without a byte order mark
     * @param shape what the header must look like
     * @return rows and findings
     */
    public static Table read(String text, TableShape shape) {
        TableReader reader = new TableReader(shape);
        reader.read(text.startsWith(TableText.BYTE_ORDER_MARK) ? text.substring(1) : text);
        return reader.table();
    }
}
