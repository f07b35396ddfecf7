package dev.prakat.policy;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import dev.prakat.policy.Findings.Code;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A CSV file with a header, read as a spreadsheet shows it: cells verbatim, rows by their number. What spreadsheets do to such
 * files (semicolons, lost columns, wrong quotes) is found here. One use, one thread.
 */
final class CsvSheet {

    private final String file;
    private final List<String> needed;
    private final List<String> optional;
    private final Findings findings;
    private final List<Row> rows = new ArrayList<>();
    private List<String> header = List.of();
    private boolean headerFits;
    private int number;

    private CsvSheet(String file, List<String> needed, List<String> optional, Findings findings) {
        this.file = file;
        this.needed = needed;
        this.optional = optional;
        this.findings = findings;
    }

    /**
     * One row.
     *
     * @param number its number in the spreadsheet; the header is 1
     */
    record Row(int number, List<String> header, List<String> cells) {

        /** The cell exactly as it stands; empty when the file has no such column. */
        String raw(String column) {
            int index = header.indexOf(column);
            return index < 0 || index >= cells.size() ? "" : cells.get(index);
        }

        String text(String column) {
            return raw(column).strip();
        }

        /** The parts of a cell that holds several texts, separated by {@code |}. */
        List<String> list(String column) {
            return Arrays.stream(text(column).split("\\|"))
                    .map(String::strip)
                    .filter(Predicate.not(String::isEmpty))
                    .toList();
        }
    }

    /** The rows below the header without blank ones; none when the file is missing or its header does not fit. */
    static List<Row> read(
            PolicyFiles files, String file, List<String> needed, List<String> optional, Findings findings) {
        Optional<String> text = files.text(file, findings);
        CsvSheet sheet = new CsvSheet(file, needed, optional, findings);
        text.ifPresent(sheet::read);
        return sheet.rows;
    }

    private void read(String text) {
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
            findings.add(
                    file,
                    number + 1,
                    Code.CSV,
                    "the row cannot be read: " + e.getOriginalMessage(),
                    "look for a missing or stray quotation mark");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (number == 0) {
            findings.add(file, 1, Code.CSV, "the file is empty", "write the columns " + needed + " and the rows");
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
                rows.add(new Row(number, header, cells));
            } else {
                findings.add(
                        file,
                        number,
                        Code.CSV,
                        "found " + cells.size() + " cells, expected " + header.size(),
                        "a cell with a comma in it needs quotation marks; empty cells need their commas");
            }
        }
    }

    private boolean checkHeader() {
        if (header.size() == 1 && (header.get(0).contains(";") || header.get(0).contains("\t"))) {
            findings.add(
                    file,
                    1,
                    Code.CSV,
                    "the cells are separated by semicolons or tabs, expected commas",
                    "save it as CSV UTF-8 with commas; in some countries a spreadsheet asks for the separator");
            return false;
        }
        Set<String> seen = new HashSet<>();
        for (String column : header) {
            if (!seen.add(column)) {
                findings.add(file, 1, Code.CSV, "the column '" + column + "' occurs twice", "delete one");
            } else if (!needed.contains(column) && !optional.contains(column)) {
                findings.add(
                        file,
                        1,
                        Code.CSV,
                        "found the column '" + column + "', expected " + needed + " and perhaps " + optional,
                        "rename or delete it");
            }
        }
        List<String> missing =
                needed.stream().filter(Predicate.not(seen::contains)).toList();
        missing.forEach(column ->
                findings.add(file, 1, Code.CSV, "the column '" + column + "' is missing", "add it to the first row"));
        return missing.isEmpty();
    }
}
