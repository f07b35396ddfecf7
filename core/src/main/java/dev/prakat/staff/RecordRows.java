package dev.prakat.staff;

import dev.prakat.calendar.ThaiDate;
import dev.prakat.problem.Finding;
import dev.prakat.spi.OfficerId;
import dev.prakat.table.Table;
import dev.prakat.table.TableRow;
import dev.prakat.table.TableShape;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a file of orders and lists everything that is wrong with them. One use, one thread. */
abstract class RecordRows {

    private static final String CODE = "STAFF";
    private static final List<String> OPTIONAL = List.of("note");

    private final TableShape shape;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<List<String>> seen = new HashSet<>();

    RecordRows(String file, List<String> columns) {
        this.shape = new TableShape(file, columns, OPTIONAL, CODE);
    }

    final TableShape shape() {
        return shape;
    }

    final List<Finding> findings() {
        return findings;
    }

    final void read(Table table) {
        findings.addAll(table.findings());
        for (TableRow row : table.rows()) {
            if (seen.add(shape.needed().stream().map(row::text).toList())) {
                accept(row);
            } else {
                finding(row, "this row stands here twice", "delete one of the two");
            }
        }
    }

    /** Reads a row, or gives findings. */
    abstract void accept(TableRow row);

    final void finding(TableRow row, String message, String remedy) {
        findings.add(new Finding(shape.file() + ":" + row.number(), CODE, message, remedy));
    }

    /** The officer in a column; empty with a finding when there is none. */
    final Optional<OfficerId> officer(TableRow row, String column) {
        String id = row.text(column);
        try {
            return Optional.of(new OfficerId(id));
        } catch (IllegalArgumentException e) {
            finding(row, column + ": " + e.getMessage(), "write the officer's id as the staff directory has it");
            return Optional.empty();
        }
    }

    /** The text in a column; empty with a finding when there is none. */
    final Optional<String> text(TableRow row, String column) {
        String text = row.text(column);
        if (text.isEmpty()) {
            finding(row, "the cell " + column + " is empty", "fill it in");
            return Optional.empty();
        }
        return Optional.of(text);
    }

    /** The date in a column; empty with a finding when there is none, or one that must not be relied on. */
    final Optional<LocalDate> date(TableRow row, String column) {
        if (row.text(column).isEmpty()) {
            finding(row, "the cell " + column + " is empty", "write a date, as 2021-09-30 or 30 กันยายน 2564");
            return Optional.empty();
        }
        try {
            ThaiDate.Reading reading = ThaiDate.read(row.text(column));
            if (!reading.centuryAssumed()) {
                return Optional.of(reading.date());
            }
            finding(
                    row,
                    column + ": the year has two digits",
                    "write " + ThaiDate.format(reading.date()) + " if so meant");
        } catch (IllegalArgumentException e) {
            finding(row, column + ": " + e.getMessage(), "correct the date");
        }
        return Optional.empty();
    }

    /** The date in a column that may be empty; null then, and also with a finding. */
    final @Nullable LocalDate dateIfAny(TableRow row, String column) {
        return row.text(column).isEmpty() ? null : date(row, column).orElse(null);
    }

    /** Whether no finding was added since there were so many. */
    final boolean soundSince(int before) {
        return findings.size() == before;
    }
}
