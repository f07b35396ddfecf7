package dev.prakat.calendar;

import dev.prakat.problem.Finding;
import dev.prakat.problem.InvalidException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.table.Table;
import dev.prakat.table.TableRow;
import dev.prakat.table.TableShape;
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
    private static final List<String> OPTIONAL = List.of("be_year", "weekday", "confidence", "note");

    private final String name;
    private final List<Finding> findings;
    private final List<Holiday> holidays = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    private HolidayFile(String name, List<Finding> findings) {
        this.name = name;
        this.findings = new ArrayList<>(findings);
    }

    static TableShape shape(String name) {
        return new TableShape(name, NEEDED, OPTIONAL, CODE);
    }

    /** The holidays of a table that was read with {@link #shape}. */
    static List<Holiday> holidays(Table table, String name) {
        HolidayFile file = new HolidayFile(name, table.findings());
        table.rows().forEach(file::holiday);
        if (file.holidays.isEmpty() && file.findings.isEmpty()) {
            file.finding(1, "found no holiday, expected at least one row", "add the holidays of the years in question");
        }
        if (!file.findings.isEmpty()) {
            throw new InvalidException(ProblemCode.CONFIGURATION, "holiday file " + name, file.findings);
        }
        return List.copyOf(file.holidays);
    }

    private void holiday(TableRow row) {
        String text = row.text("date");
        LocalDate date;
        try {
            date = LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            finding(
                    row.number(),
                    "found the date '" + text + "', expected an existing day as 2021-04-13",
                    text.contains("/")
                            ? "the spreadsheet changed its form: set the column to text"
                            : "correct the date");
            return;
        }
        checkCompanions(row, date);
        String scope = row.text("scope");
        if (!Scope.isWritten(scope)) {
            finding(
                    row.number(),
                    "found the scope '" + scope + "'",
                    "write NATIONAL, REGION:NORTH or PROVINCE:NONTHABURI; several names are separated by commas");
        } else if (!seen.add(date + scope + row.text("name_th"))) {
            finding(row.number(), "this holiday stands here twice", "delete one of the rows");
        }
        holidays.add(new Holiday(
                date,
                row.text("name_th"),
                row.text("name_en"),
                row.text("kind"),
                scope,
                row.text("confidence"),
                row.text("note")));
    }

    private void checkCompanions(TableRow row, LocalDate date) {
        if (date.getYear() < ThaiDate.FIRST_YEAR || date.getYear() > ThaiDate.LAST_YEAR) {
            finding(
                    row.number(),
                    "found the date " + date + ", not a plausible year",
                    "write a year of the common era");
        }
        String yearBe = row.text("be_year");
        if (!yearBe.isEmpty() && !yearBe.equals(String.valueOf(date.getYear() + ThaiDate.ERA))) {
            finding(
                    row.number(),
                    "found the year " + yearBe + " beside the date " + date,
                    "one of the two is wrong: correct it");
        }
        String weekday = row.text("weekday").toUpperCase(Locale.ROOT);
        if (!weekday.isEmpty() && !date.getDayOfWeek().name().startsWith(weekday)) {
            finding(
                    row.number(),
                    "found the weekday " + weekday + " beside " + date + ", a " + date.getDayOfWeek(),
                    "one of the two is wrong: correct it");
        }
        if (row.text("name_th").isEmpty() || row.text("kind").isEmpty()) {
            finding(row.number(), "found a holiday without name_th or kind", "fill in both");
        }
    }

    private void finding(int row, String message, String remedy) {
        findings.add(new Finding(name + ":" + row, CODE, message, remedy));
    }
}
