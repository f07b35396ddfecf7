package dev.prakat.report;

import dev.prakat.table.TableWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** A report for a spreadsheet: one line for each figure. */
final class ReportSheet {

    private ReportSheet() {}

    static String csv(ReportDocument report, boolean explain) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(header(explain));
        for (ReportSection section : report.sections()) {
            for (ReportRow row : section.rows()) {
                for (int i = 0; i < section.columns().size(); i++) {
                    rows.add(line(section, row, i, explain));
                }
            }
        }
        remark(rows, "problems", report.remarks().problems(), explain);
        remark(rows, "obstacles", report.remarks().obstacles(), explain);
        remark(rows, "suggestions", report.remarks().suggestions(), explain);
        StringWriter out = new StringWriter();
        try {
            TableWriter.write(out, rows);
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory could not be written to", e);
        }
        return out.toString();
    }

    private static List<String> header(boolean explain) {
        List<String> header =
                new ArrayList<>(List.of("section", "section_th", "row", "row_th", "column", "column_th", "value"));
        if (explain) {
            header.add("behind");
        }
        return header;
    }

    private static List<String> line(ReportSection section, ReportRow row, int column, boolean explain) {
        ReportTexts thai = ReportTexts.THAI;
        String key = section.columns().get(column);
        ReportCell cell = row.cells().get(column);
        List<String> line = new ArrayList<>(List.of(
                section.id(),
                thai.text("section." + section.id()),
                row.key(),
                row.labelTh(),
                key,
                thai.text("column." + key),
                cell.value()));
        if (explain) {
            line.add(String.join("|", cell.behind()));
        }
        return line;
    }

    private static void remark(List<List<String>> rows, String key, String text, boolean explain) {
        if (!text.isEmpty()) {
            String name = ReportTexts.THAI.text("remark." + key);
            List<String> line = new ArrayList<>(
                    List.of("remarks", ReportTexts.THAI.text("section.remarks"), key, name, "text", name, text));
            if (explain) {
                line.add("");
            }
            rows.add(line);
        }
    }
}
