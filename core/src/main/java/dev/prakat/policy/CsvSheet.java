package dev.prakat.policy;

import dev.prakat.policy.Findings.Code;
import dev.prakat.problem.Finding;
import dev.prakat.table.Table;
import dev.prakat.table.TableRow;
import dev.prakat.table.TableShape;
import java.util.List;
import java.util.Optional;

/** A CSV file of a policy. Stateless. */
final class CsvSheet {

    private CsvSheet() {}

    /** One row of it. */
    record Row(TableRow row) {

        /** Its number in the spreadsheet; the header is 1. */
        int number() {
            return row.number();
        }

        /** The cell exactly as it stands; empty when the file has no such column. */
        String raw(String column) {
            return row.raw(column);
        }

        String text(String column) {
            return row.text(column);
        }

        /** The parts of a cell that holds several texts, separated by {@code |}. */
        List<String> list(String column) {
            return row.list(column, '|');
        }
    }

    /** The rows below the header without blank ones; none when the file is missing or its header does not fit. */
    static List<Row> read(
            PolicyFiles files, String file, List<String> needed, List<String> optional, Findings findings) {
        Optional<String> text = files.text(file, findings);
        if (text.isEmpty()) {
            return List.of();
        }
        Table table = Table.read(text.get(), new TableShape(file, needed, optional, Code.CSV.text()));
        for (Finding found : table.findings()) {
            findings.add(found.place(), found.rule(), found.message(), found.remedy());
        }
        return table.rows().stream().map(Row::new).toList();
    }
}
