package dev.prakat.staff;

import dev.prakat.problem.Finding;
import dev.prakat.spi.Officer;
import dev.prakat.spi.OfficerId;
import dev.prakat.table.Table;
import dev.prakat.table.TableRow;
import dev.prakat.table.TableShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the rows of a file of officers and lists everything that is wrong with them. One use, one thread. */
final class OfficerRows {

    private static final String CODE = "STAFF";

    private final TableShape shape;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<OfficerId, Officer> officers = new LinkedHashMap<>();

    OfficerRows(String file) {
        this.shape = new TableShape(file, List.of("id", "name", "unit", "posts"), List.of(), CODE);
    }

    TableShape shape() {
        return shape;
    }

    void read(Table table) {
        findings.addAll(table.findings());
        table.rows().forEach(this::officer);
    }

    List<Finding> findings() {
        return findings;
    }

    Map<OfficerId, Officer> officers() {
        return officers;
    }

    private void officer(TableRow row) {
        String id = row.text("id");
        String name = row.text("name");
        String unit = row.text("unit");
        if (id.isEmpty() || name.isEmpty() || unit.isEmpty()) {
            finding(
                    row,
                    "found id '" + id + "', name '" + name + "', unit '" + unit + "', expected all three",
                    "fill them in");
            return;
        }
        if (id.length() > 80 || id.startsWith("system:")) {
            finding(
                    row,
                    "found the id '" + id + "', expected at most 80 characters and not system:…",
                    "give another id");
            return;
        }
        OfficerId key = new OfficerId(id);
        Officer officer = new Officer(key, name, unit, Set.copyOf(row.list("posts", ';')));
        if (officers.putIfAbsent(key, officer) != null) {
            finding(row, "the id '" + id + "' occurs twice", "give each officer an id of their own");
        }
    }

    private void finding(TableRow row, String message, String remedy) {
        findings.add(new Finding(shape.file() + ":" + row.number(), CODE, message, remedy));
    }
}
