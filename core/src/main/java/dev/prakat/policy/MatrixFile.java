package dev.prakat.policy;

import dev.prakat.category.Category;
import dev.prakat.category.CategoryId;
import dev.prakat.category.CategoryTerms;
import dev.prakat.category.CategoryTree;
import dev.prakat.duty.Duty;
import dev.prakat.duty.DutyCell;
import dev.prakat.duty.MatrixRow;
import dev.prakat.duty.Quorum;
import dev.prakat.duty.ResponsibilityMatrix;
import dev.prakat.duty.UnitRegister;
import dev.prakat.duty.Validity;
import dev.prakat.policy.Findings.Code;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads {@code matrix.csv}: the categories and who answers for them. One use, one thread. Source: S001-R01, S001-R15. */
final class MatrixFile {

    /** The columns of a row before the duty cells, as the source prints them. */
    static final List<String> PRINTED = List.of("row", "section", "level1", "level2", "level3", "item");

    private static final String FILE = PolicyFiles.MATRIX;
    private static final List<String> LEVELS = List.of("level1", "level2", "level3");

    private final List<Duty> duties;
    private final UnitRegister units;
    private final Findings findings;
    private final TermsColumns columns;
    private final Map<String, List<Draft>> draftsOfId = new LinkedHashMap<>();
    private final Map<String, Integer> rowOfNumber = new HashMap<>();
    private final Map<Path, String> idOfPath = new LinkedHashMap<>();
    private final Set<String> parents = new HashSet<>();
    private final List<Draft> drafts = new ArrayList<>();

    /** Where a row stands: labels repeat between sections, not within one. */
    private record Path(String section, List<String> labels) {}

    /** A row whose group is not known before the last one was read. */
    private record Draft(
            CsvSheet.Row row,
            String id,
            @Nullable String parent,
            Map<String, DutyCell> cells,
            CategoryTerms terms,
            Validity validity) {}

    /** What the file says, with the row of the spreadsheet for each category. */
    record Read(CategoryTree categories, ResponsibilityMatrix matrix, Map<CategoryId, Integer> rowNumbers) {}

    private MatrixFile(List<Duty> duties, UnitRegister units, Set<String> fields, Findings findings) {
        this.duties = duties;
        this.units = units;
        this.findings = findings;
        this.columns = new TermsColumns(fields, units, findings);
    }

    /** Reads the file; what it returns is only sound when nothing was found. */
    static Read read(PolicyFiles files, List<Duty> duties, UnitRegister units, Set<String> fields, Findings findings) {
        List<String> cells = duties.stream().map(MatrixFile::column).toList();
        List<String> needed =
                Stream.of(List.of("id"), PRINTED, cells).flatMap(List::stream).toList();
        MatrixFile file = new MatrixFile(duties, units, fields, findings);
        int before = findings.list().size();
        List<CsvSheet.Row> rows = CsvSheet.read(files, FILE, needed, TermsColumns.COLUMNS, findings);
        EatenZeros.inColumn(FILE, "row", rows, findings);
        rows.forEach(file::row);
        if (rows.isEmpty() && findings.list().size() == before) {
            file.finding(1, "there is no row below the header", "write a row for each category");
        }
        return findings.list().isEmpty() ? file.build() : empty();
    }

    static String column(Duty duty) {
        return duty.id().toLowerCase(Locale.ROOT);
    }

    private void row(CsvSheet.Row row) {
        String id = row.text("id");
        Validity validity = columns.validity(row);
        List<Draft> before = draftsOfId.computeIfAbsent(id, missing -> new ArrayList<>());
        Draft draft;
        if (!validity.equals(Validity.ALWAYS) && !before.isEmpty()) {
            draft = later(row, before, validity);
        } else {
            checkId(row, id, before);
            checkNumber(row);
            if (row.text("item").isEmpty()) {
                finding(row.number(), "found no label in the column item", "write the label as the source prints it");
            }
            draft = new Draft(row, id, parent(row, id), cells(row), columns.terms(row), validity);
        }
        before.add(draft);
        drafts.add(draft);
    }

    private void checkNumber(CsvSheet.Row row) {
        String number = row.text("row");
        if (number.isEmpty()) {
            finding(row.number(), "found no number in the column row", "write the row's number, for example M037");
            return;
        }
        Integer first = rowOfNumber.putIfAbsent(number, row.number());
        if (first != null) {
            finding(row.number(), "the row number " + number + " is also in row " + first, "number it anew");
        }
    }

    /** A further row of a category says only who answers for it at another time. */
    private Draft later(CsvSheet.Row row, List<Draft> before, Validity validity) {
        Draft first = before.get(0);
        for (String column : List.of("row", "section", "level1", "level2", "level3", "item")) {
            if (!row.text(column).equals(first.row().text(column))) {
                finding(
                        row.number(),
                        "the column " + column + " differs from row "
                                + first.row().number() + " of the same category",
                        "write the same; only the duty columns of a later assignment may differ");
            }
        }
        for (Draft other : before) {
            if (other.validity().overlaps(validity)) {
                finding(
                        row.number(),
                        "the assignment " + validity + " overlaps " + other.validity() + " of row "
                                + other.row().number(),
                        "let the one end on the day before the other begins: valid_to, valid_from");
            }
        }
        return new Draft(row, first.id(), first.parent(), cells(row), first.terms(), validity);
    }

    private void checkId(CsvSheet.Row row, String id, List<Draft> before) {
        if (!CategoryId.isValid(id)) {
            finding(
                    row.number(),
                    "found the id '" + id + "', expected 2 to 60 characters of a-z, 0-9 and '-'",
                    "give the category an id that says what it is, and never change it again");
        } else if (!before.isEmpty()) {
            finding(
                    row.number(),
                    "the id '" + id + "' is also in row " + before.get(0).row().number(),
                    "give this row another id; a later assignment of the same category needs valid_from");
        }
    }

    private @Nullable String parent(CsvSheet.Row row, String id) {
        List<String> levels = LEVELS.stream().map(row::text).toList();
        List<String> above =
                levels.stream().takeWhile(label -> !label.isEmpty()).toList();
        if (levels.stream().skip(above.size()).anyMatch(label -> !label.isEmpty())) {
            finding(
                    row.number(),
                    "a level is filled while the one before it is empty",
                    "fill the levels from the left");
        }
        String section = row.text("section");
        List<String> labels =
                Stream.concat(above.stream(), Stream.of(row.text("item"))).toList();
        if (idOfPath.putIfAbsent(new Path(section, labels), id) != null) {
            finding(
                    row.number(),
                    "the path '" + String.join("/", labels) + "' occurs twice in section " + section,
                    "reword one of the labels or delete the row");
        }
        if (above.isEmpty()) {
            return null;
        }
        String parent = idOfPath.get(new Path(section, above));
        if (parent == null) {
            finding(
                    row.number(),
                    "no row above it has the path '" + String.join("/", above) + "' in section " + section,
                    "correct the levels letter by letter, or put the row of the group above this one");
        } else {
            parents.add(parent);
        }
        return parent;
    }

    private Map<String, DutyCell> cells(CsvSheet.Row row) {
        Map<String, DutyCell> cells = new LinkedHashMap<>();
        Map<String, Quorum> quorums = columns.quorums(row, duties);
        for (Duty duty : duties) {
            DutyCell cell = DutyCell.read(row.raw(column(duty)), quorums.getOrDefault(duty.id(), duty.quorum()), units);
            // Without a readable units.csv every token would be unknown, and say nothing.
            if (!units.all().isEmpty()) {
                cell.unknown()
                        .forEach(token -> finding(
                                row.number(),
                                "column " + column(duty) + " names '" + token + "', which no unit in "
                                        + PolicyFiles.UNITS + " has",
                                EatenZeros.unit(token, units)
                                        .map(code -> "is it " + code + "? A spreadsheet may have eaten leading zeros:"
                                                + " format the column as text")
                                        .orElseGet(() -> "correct the cell, or add the form there; nearest: "
                                                + units.nearest(token))));
            }
            cells.put(duty.id(), cell);
        }
        return cells;
    }

    private Read build() {
        List<Category> categories = new ArrayList<>();
        List<MatrixRow> rows = new ArrayList<>();
        Map<CategoryId, Integer> rowNumbers = new HashMap<>();
        for (Draft draft : drafts) {
            CsvSheet.Row row = draft.row();
            CategoryId id = new CategoryId(draft.id());
            String parent = draft.parent();
            rows.add(new MatrixRow(id, row.text("row"), draft.cells(), draft.validity()));
            if (rowNumbers.putIfAbsent(id, row.number()) != null) {
                continue;
            }
            categories.add(new Category(
                    id,
                    parent == null ? null : new CategoryId(parent),
                    row.text("item"),
                    row.list("variants"),
                    row.text("row"),
                    row.text("section"),
                    parents.contains(draft.id()),
                    !row.text("listed").equals("no"),
                    row.text("rule"),
                    draft.terms()));
        }
        CategoryTree tree = CategoryTree.of(categories);
        return new Read(tree, new ResponsibilityMatrix(duties, units, tree, rows), Map.copyOf(rowNumbers));
    }

    private static Read empty() {
        CategoryTree none = CategoryTree.of(List.of());
        return new Read(
                none, new ResponsibilityMatrix(List.of(), UnitRegister.of(List.of()), none, List.of()), Map.of());
    }

    private void finding(int row, String message, String remedy) {
        findings.add(FILE, row, Code.MATRIX, message, remedy);
    }
}
