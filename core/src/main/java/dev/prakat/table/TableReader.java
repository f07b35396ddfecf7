package dev.prakat.table;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import dev.prakat.problem.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** Reads one file. One use, one thread. */
final class TableReader {

    private final TableShape shape;
    private final List<Finding> findings = new ArrayList<>();
    private final List<TableRow> rows = new ArrayList<>();
    private List<String> header = List.of();
    private boolean headerFits;
    private int number;

    TableReader(TableShape shape) {
        this.shape = shape;
    }

    Table table() {
        return new Table(rows, findings);
    }

    void read(String text) {
        List<String> cells = new ArrayList<>();
        try (CsvParser parser = new CsvFactory().createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.START_ARRAY) {
                    cells.clear();
                } else if (token == JsonToken.VALUE_STRING) {
                    cells.add(parser.getText());
                } else if (token == JsonToken.END_ARRAY) {
                    number++;
                    accept(List.copyOf(cells));
                }
            }
        } catch (JacksonException e) {
            number++;
            finding("the row cannot be read: " + e.getOriginalMessage(), "look for a missing or stray quotation mark");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (number == 0) {
            number = 1;
            finding("the file is empty", remedyOfHeader() + " and the rows");
        }
    }

    private void accept(List<String> cells) {
        if (number == 1) {
            header = cells.stream()
                    .map(cell -> cell.strip().toLowerCase(Locale.ROOT))
                    .toList();
            headerFits = checkHeader();
        } else if (headerFits && !cells.stream().allMatch(String::isBlank)) {
            if (cells.size() == header.size()) {
                rows.add(new TableRow(number, header, cells));
            } else {
                finding(
                        "found " + cells.size() + " cells, expected " + header.size(),
                        "a cell with a comma in it needs quotation marks; empty cells need their commas");
            }
        }
    }

    private boolean checkHeader() {
        if (header.size() == 1 && (header.get(0).contains(";") || header.get(0).contains("\t"))) {
            finding(
                    "the cells are separated by semicolons or tabs, expected commas",
                    "save it as CSV UTF-8 with commas; in some countries a spreadsheet asks for the separator");
            return false;
        }
        if (header.stream().allMatch(String::isEmpty)) {
            finding("the first row is empty", remedyOfHeader() + " into it");
            return false;
        }
        Set<String> seen = new HashSet<>();
        for (String column : header) {
            if (!seen.add(column)) {
                finding("the column '" + column + "' occurs twice", "delete one");
            } else if (!shape.needed().contains(column) && !shape.optional().contains(column)) {
                finding(
                        "found the column '" + column + "', expected " + shape.needed()
                                + (shape.optional().isEmpty() ? "" : " and perhaps " + shape.optional()),
                        "rename or delete it");
            }
        }
        List<String> missing =
                shape.needed().stream().filter(Predicate.not(seen::contains)).toList();
        missing.forEach(column -> finding("the column '" + column + "' is missing", "add it to the first row"));
        return missing.isEmpty();
    }

    private String remedyOfHeader() {
        return "write the columns " + String.join(",", shape.needed());
    }

    private void finding(String message, String remedy) {
        findings.add(new Finding(shape.place(number), shape.rule(), message, remedy));
    }
}
