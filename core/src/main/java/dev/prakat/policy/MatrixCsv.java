package dev.prakat.policy;

import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import dev.prakat.category.Category;
import dev.prakat.duty.Duty;
import dev.prakat.duty.DutyCell;
import dev.prakat.duty.MatrixRow;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Writes a policy's responsibility matrix as its source prints it. Stateless. Source: S001-R15. */
public final class MatrixCsv {

    private static final int LEVELS = 3;

    private MatrixCsv() {}

    /**
     * Writes the header {@code row,section,level1,level2,level3,item} with a column for each duty, and the rows in the order of
     * the document. Duty cells stand exactly as printed. Lines end with a line feed; cells are quoted only where CSV asks for
     * it; no byte order mark is written. Rows that the policy added to its source are left out.
     *
     * @param out where to write; flushed, not closed
     * @param policy the policy
     * @throws IOException if the writer cannot be written to
     */
    public static void write(Writer out, AgencyPolicy policy) throws IOException {
        CsvFactory factory = CsvFactory.builder()
                .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build();
        try (CsvGenerator csv = factory.createGenerator(out)) {
            row(csv, header(policy));
            for (MatrixRow row : policy.matrix().rows()) {
                if (printed(policy, row)) {
                    row(csv, cells(policy, row));
                }
            }
        }
    }

    private static boolean printed(AgencyPolicy policy, MatrixRow row) {
        return policy.categories()
                .find(row.category())
                .filter(category -> category.terms().printed())
                .isPresent();
    }

    private static List<String> header(AgencyPolicy policy) {
        return Stream.concat(
                        MatrixFile.PRINTED.stream(), policy.duties().stream().map(MatrixFile::column))
                .toList();
    }

    private static List<String> cells(AgencyPolicy policy, MatrixRow row) {
        List<Category> path = policy.categories().path(row.category());
        Category category = path.get(path.size() - 1);
        List<String> cells = new ArrayList<>(List.of(category.row(), category.section()));
        for (int level = 0; level < LEVELS; level++) {
            cells.add(level < path.size() - 1 ? path.get(level).label() : "");
        }
        cells.add(category.label());
        for (Duty duty : policy.duties()) {
            cells.add(row.cell(duty.id()).map(DutyCell::printed).orElse(""));
        }
        return cells;
    }

    private static void row(CsvGenerator csv, List<String> cells) throws IOException {
        csv.writeStartArray();
        for (String cell : cells) {
            csv.writeString(cell);
        }
        csv.writeEndArray();
    }
}
