package dev.prakat.policy;

import dev.prakat.category.Category;
import dev.prakat.category.CategoryId;
import dev.prakat.category.CategoryTree;
import dev.prakat.duty.MatrixRow;
import dev.prakat.duty.ResponsibilityMatrix;
import dev.prakat.problem.Finding;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says which categories nobody answers for, and what the rows beside them print. Source: AMB-21. */
final class MatrixGaps {

    private static final String RULE = "AMB-21";

    private final CategoryTree categories;
    private final ResponsibilityMatrix matrix;
    private final Map<CategoryId, Integer> rowNumbers;

    MatrixGaps(MatrixFile.Read read) {
        this.categories = read.categories();
        this.matrix = read.matrix();
        this.rowNumbers = read.rowNumbers();
    }

    List<Finding> findings() {
        return Stream.concat(
                        matrix.gaps().stream().map(this::finding),
                        matrix.rows().stream()
                                .filter(row -> row.validity().to() != null)
                                .map(this::ends))
                .toList();
    }

    private Finding ends(MatrixRow row) {
        return new Finding(
                PolicyFiles.MATRIX + ":" + rowNumbers.get(row.category()),
                RULE,
                "nobody is assigned " + row.category() + " (" + row.row() + ") after "
                        + row.validity().to(),
                "add a row of the same category with valid_from on the next day");
    }

    private Finding finding(CategoryId id) {
        Category category = categories.require(id.value());
        MatrixRow row = matrix.row(id).orElseThrow();
        String missing = row.cells().entrySet().stream()
                .filter(cell -> cell.getValue().holders().isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
        return new Finding(
                PolicyFiles.MATRIX + ":" + rowNumbers.get(id),
                RULE,
                "nobody holds " + missing + " for " + id + " (" + category.row() + " " + category.label()
                        + "); publishing in it is refused",
                "write the units that hold it" + suggestion(category));
    }

    /** The cells of the siblings, when all that print any print the same. Only a hint: a matrix never inherits. */
    private String suggestion(Category category) {
        CategoryId parent = category.parent();
        if (parent == null) {
            return "";
        }
        List<MatrixRow> siblings = categories.children(parent).stream()
                .map(sibling -> matrix.row(sibling.id()).orElseThrow())
                .filter(MatrixRow::complete)
                .toList();
        List<Map<String, String>> printed =
                siblings.stream().map(MatrixGaps::printed).distinct().toList();
        if (printed.size() != 1) {
            return "";
        }
        String cells = printed.get(0).values().stream().distinct().count() == 1
                ? printed.get(0).values().iterator().next()
                : printed.get(0).toString();
        return "; the " + siblings.size() + " rows beside it print " + cells;
    }

    private static Map<String, String> printed(MatrixRow row) {
        return row.cells().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, cell -> cell.getValue().printed(), (a, b) -> a, TreeMap::new));
    }
}
