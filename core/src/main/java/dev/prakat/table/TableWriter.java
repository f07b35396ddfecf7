package dev.prakat.table;

import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Writes CSV that a spreadsheet opens and {@link Table} reads back. Stateless. */
public final class TableWriter {

    private TableWriter() {}

    /**
     * Writes a byte order mark, so that a spreadsheet takes the file for UTF-8, and then the rows as {@link #writePlain}.
     *
     * @param out where to write, as UTF-8; flushed, not closed
     * @param rows the header first
     * @throws IOException if the writer cannot be written to
     */
    public static void write(Writer out, Iterable<List<String>> rows) throws IOException {
        out.write(TableText.BYTE_ORDER_MARK);
        writePlain(out, rows);
    }

    /**
     * Writes rows. Lines end with a line feed; cells are quoted only where CSV asks for it. A cell that a spreadsheet would calculate
     * ({@code = + - @}, a tab or a carriage return at its beginning) gets an apostrophe before it; {@link Table#unguarded} takes it
     * away.
     *
     * @param out where to write; flushed, not closed
     * @param rows the header first
     * @throws IOException if the writer cannot be written to
     */
    public static void writePlain(Writer out, Iterable<List<String>> rows) throws IOException {
        CsvFactory factory = CsvFactory.builder()
                .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build();
        try (CsvGenerator csv = factory.createGenerator(out)) {
            for (List<String> row : rows) {
                csv.writeStartArray();
                for (String cell : row) {
                    csv.writeString(FormulaGuard.guarded(cell));
                }
                csv.writeEndArray();
            }
        }
    }
}
