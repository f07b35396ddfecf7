package dev.prakat.report;

import dev.prakat.category.CategoryId;
import dev.prakat.problem.Finding;
import dev.prakat.problem.InvalidException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.report.ChecklistEntry.Need;
import dev.prakat.table.Table;
import dev.prakat.table.TableRow;
import dev.prakat.table.TableShape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads a checklist from CSV, and lists every mistake at once. Stateless. */
final class ChecklistFile {

    private static final String RULE = "CHECKLIST";
    private static final Map<String, Need> NEEDS =
            Map.of("yes", Need.YES, "if-any", Need.IF_ANY, "unsaid", Need.UNSAID, "", Need.UNSAID);
    private static final int LONGEST_ID = 60;

    private ChecklistFile() {}

    static List<ChecklistEntry> read(String name, byte[] content) {
        Table table = Table.read(
                content,
                new TableShape(
                        name,
                        List.of("id", "label_th", "label_en", "needed"),
                        List.of("category", "confidence", "source"),
                        RULE));
        List<Finding> findings = new ArrayList<>(table.findings());
        List<ChecklistEntry> entries = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (TableRow row : table.rows()) {
            String place = name + ":" + row.number();
            String id = row.text("id");
            if (id.isEmpty() || id.length() > LONGEST_ID || !ids.add(id.toUpperCase(Locale.ROOT))) {
                findings.add(new Finding(
                        place,
                        RULE,
                        "found '" + id + "' in the column id",
                        "write a key of 1 to 60 characters that no other row has"));
            }
            if (row.text("label_th").isEmpty()) {
                findings.add(new Finding(place, RULE, "found no label_th", "write what must be shown"));
            }
            if (!NEEDS.containsKey(row.text("needed"))) {
                findings.add(new Finding(
                        place,
                        RULE,
                        "found '" + row.text("needed") + "' in the column needed",
                        "write yes, if-any or unsaid"));
            }
            String category = row.text("category");
            if (!category.isEmpty() && !CategoryId.isValid(category)) {
                findings.add(new Finding(
                        place, RULE, "found '" + category + "' in the column category", "write a category's id"));
                category = "";
            }
            entries.add(new ChecklistEntry(
                    id,
                    row.text("label_th"),
                    row.text("label_en").isEmpty() ? row.text("label_th") : row.text("label_en"),
                    NEEDS.getOrDefault(row.text("needed"), Need.UNSAID),
                    category.isEmpty() ? null : new CategoryId(category),
                    !category.isEmpty(),
                    row.text("confidence"),
                    row.text("source")));
        }
        if (!findings.isEmpty()) {
            throw new InvalidException(ProblemCode.INVALID_INPUT, "the checklist " + name, findings);
        }
        return entries;
    }
}
