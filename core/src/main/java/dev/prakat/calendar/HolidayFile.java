package dev.prakat.calendar;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import dev.prakat.problem.Finding;
import dev.prakat.problem.InvalidException;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import java.io.IOException;
import java.io.Reader;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads a file of holidays and lists everything that is wrong with it. One use, one thread. */
final class HolidayFile {

    private static final String CODE = "HOLIDAYS";
    private static final List<String> NEEDED = List.of("date", "name_th", "name_en", "kind", "scope");

    private final String name;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Holiday> holidays = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private List<String> header = List.of();
    private int row;

    private HolidayFile(String name) {
        this.name = name;
    }

    static List<Holiday> read(Reader text, String name) {
        HolidayFile file = new HolidayFile(name);
        file.rows(text);
        if (file.holidays.isEmpty() && file.findings.isEmpty()) {
            file.finding("found no holiday, expected at least one row", "add the holidays of the years in question");
        }
        if (!file.findings.isEmpty()) {
            throw new InvalidException(ProblemCode.CONFIGURATION, "holiday file " + name, file.findings);
        }
        return List.copyOf(file.holidays);
    }

    private void rows(Reader text) {
        List<String> cells = new ArrayList<>();
        try (CsvParser parser = new CsvFactory().createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.START_ARRAY) {
                    cells.clear();
                } else if (token == JsonToken.VALUE_STRING) {
                    cells.add(parser.getText());
                } else if (token == JsonToken.END_ARRAY) {
                    row++;
                    accept(List.copyOf(cells));
                }
            }
        } catch (JacksonException e) {
            row++;
            finding("the row cannot be read as CSV: " + e.getOriginalMessage(), "look for a missing or stray quote");
        } catch (IOException e) {
            throw new PrakatException(ProblemCode.BROKEN, "holiday file " + name + " cannot be read: " + e, e);
        }
    }

    private void accept(List<String> cells) {
        if (row == 1) {
            header = cells.stream()
                    .map(cell -> cell.replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT))
                    .toList();
            NEEDED.stream()
                    .filter(column -> !header.contains(column))
                    .forEach(column ->
                            finding("found no column '" + column + "'", "add it; cells are separated by commas"));
        } else if (findingsOfHeader() == 0 && cells.stream().anyMatch(cell -> !cell.isBlank())) {
            holiday(cells);
        }
    }

    private long findingsOfHeader() {
        return NEEDED.stream().filter(column -> !header.contains(column)).count();
    }

    private void holiday(List<String> cells) {
        String text = cell(cells, "date");
        LocalDate date;
        try {
            date = LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            finding("found the date '" + text + "', expected an existing day as 2021-04-13", "correct the date");
            return;
        }
        String yearBe = cell(cells, "be_year");
        if (!yearBe.isEmpty() && !yearBe.equals(String.valueOf(date.getYear() + 543))) {
            finding("found the year " + yearBe + " beside the date " + text, "one of the two is wrong: correct it");
        }
        String weekday = cell(cells, "weekday").toUpperCase(Locale.ROOT);
        if (!weekday.isEmpty() && !date.getDayOfWeek().name().startsWith(weekday)) {
            finding(
                    "found the weekday " + weekday + " beside " + text + ", a " + date.getDayOfWeek(),
                    "one of the two is wrong: correct it");
        }
        String scope = cell(cells, "scope");
        if (scope.isEmpty() || !seen.add(date + scope + cell(cells, "name_th"))) {
            finding(
                    scope.isEmpty() ? "found no scope" : "this holiday stands here twice",
                    scope.isEmpty() ? "write NATIONAL, REGION:… or PROVINCE:…" : "delete one of the rows");
        }
        holidays.add(new Holiday(
                date,
                cell(cells, "name_th"),
                cell(cells, "name_en"),
                cell(cells, "kind"),
                scope,
                cell(cells, "confidence"),
                cell(cells, "note")));
    }

    private String cell(List<String> cells, String column) {
        int index = header.indexOf(column);
        return index < 0 || index >= cells.size() ? "" : cells.get(index).strip();
    }

    private void finding(String message, String remedy) {
        findings.add(new Finding(name + ":" + Math.max(row, 1), CODE, message, remedy));
    }
}
