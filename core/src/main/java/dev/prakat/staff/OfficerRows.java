package dev.prakat.staff;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import dev.prakat.problem.Finding;
import dev.prakat.spi.Officer;
import dev.prakat.spi.OfficerId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the rows of a file of officers and lists everything that is wrong with them. One use, one thread. */
final class OfficerRows {

    private static final String CODE = "STAFF";
    private static final List<String> COLUMNS = List.of("id", "name", "unit", "posts");

    private final String file;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<OfficerId, Officer> officers = new LinkedHashMap<>();
    private List<String> header = List.of();
    private int row;

    OfficerRows(String file) {
        this.file = file;
    }

    void read(String text) {
        List<String> cells = new ArrayList<>();
        try (CsvParser parser = new CsvFactory().createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.START_ARRAY) {
                    cells.clear();
                } else if (token == JsonToken.VALUE_STRING) {
                    cells.add(parser.getText().strip());
                } else if (token == JsonToken.END_ARRAY) {
                    row++;
                    accept(List.copyOf(cells));
                }
            }
        } catch (JacksonException e) {
            row++;
            finding("the row cannot be read as CSV: " + e.getOriginalMessage(), "look for a missing or stray quote");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (row == 0) {
            row = 1;
            finding("the file is empty", "write the columns id,name,unit,posts and a row for each officer");
        }
    }

    List<Finding> findings() {
        return findings;
    }

    Map<OfficerId, Officer> officers() {
        return officers;
    }

    private void accept(List<String> cells) {
        if (row == 1) {
            header = cells.stream().map(cell -> cell.toLowerCase(Locale.ROOT)).toList();
            missing().forEach(column -> finding("found no column '" + column + "'", remedyOfHeader()));
        } else if (missing().isEmpty() && cells.stream().anyMatch(cell -> !cell.isEmpty())) {
            officer(cells);
        }
    }

    private List<String> missing() {
        return COLUMNS.stream().filter(column -> !header.contains(column)).toList();
    }

    private String remedyOfHeader() {
        return header.size() == 1 && header.get(0).contains(";")
                ? "the spreadsheet wrote semicolons: save it with commas between the cells"
                : "write the columns id,name,unit,posts into the first row";
    }

    private void officer(List<String> cells) {
        String id = cell(cells, "id");
        String name = cell(cells, "name");
        String unit = cell(cells, "unit");
        if (id.isEmpty() || name.isEmpty() || unit.isEmpty()) {
            finding(
                    "found id '" + id + "', name '" + name + "', unit '" + unit + "', expected all three",
                    "fill them in");
            return;
        }
        if (id.length() > 80 || id.startsWith("system:")) {
            finding("found the id '" + id + "', expected at most 80 characters and not system:…", "give another id");
            return;
        }
        Set<String> posts = Arrays.stream(cell(cells, "posts").split(";"))
                .map(String::strip)
                .filter(post -> !post.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        OfficerId key = new OfficerId(id);
        if (officers.putIfAbsent(key, new Officer(key, name, unit, posts)) != null) {
            finding("the id '" + id + "' occurs twice", "give each officer an id of their own");
        }
    }

    private String cell(List<String> cells, String column) {
        int index = header.indexOf(column);
        return index < 0 || index >= cells.size() ? "" : cells.get(index);
    }

    private void finding(String message, String remedy) {
        findings.add(new Finding(file + ":" + row, CODE, message, remedy));
    }
}
