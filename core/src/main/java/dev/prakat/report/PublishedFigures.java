package dev.prakat.report;

import dev.prakat.category.Category;
import dev.prakat.delivery.PlacementFact;
import dev.prakat.journal.JournalEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What was published and taken down within the period, and what is public now, by category and by unit. Counts items. */
final class PublishedFigures {

    private static final List<String> COLUMNS = List.of("published", "removed", "public", "permanent");

    private final ReportSources sources;
    private final Map<String, PlacementFact> items = new HashMap<>();
    private final List<Set<String>> counted =
            List.of(new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>());

    PublishedFigures(ReportSources sources) {
        this.sources = sources;
    }

    List<ReportSection> sections() {
        counted.get(0).retainAll(items.keySet());
        counted.get(1).retainAll(items.keySet());
        List<ReportRow> units = new ArrayList<>();
        grouped(item -> fact(item).ownerUnit())
                .forEach((unit, cells) ->
                        units.add(new ReportRow(unit, sources.unit(unit), sources.unitEn(unit), cells)));
        units.add(total());
        return List.of(
                new ReportSection("published-by-category", COLUMNS, categories(), "published"),
                new ReportSection("published-by-unit", COLUMNS, units, "published"));
    }

    void add(PlacementFact placement) {
        String item = placement.item().value();
        items.merge(item, placement, (first, other) -> first);
        if (placement.isPublic()) {
            counted.get(2).add(item);
            if (placement.closes() == null) {
                counted.get(3).add(item);
            }
        }
    }

    /** A publication within the period. */
    void published(JournalEvent event) {
        counted.get(0).add(event.subject());
    }

    /** A proven removal within the period. */
    void removed(JournalEvent event) {
        counted.get(1).add(event.subject());
    }

    private PlacementFact fact(String item) {
        PlacementFact fact = items.get(item);
        if (fact == null) {
            throw new IllegalStateException("item " + item + " has no placement");
        }
        return fact;
    }

    /** In the order of the document, categories without any figure left out. */
    private List<ReportRow> categories() {
        Map<String, List<ReportCell>> byCategory =
                grouped(item -> fact(item).category().value());
        List<ReportRow> rows = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (Category category : sources.policy().categories().all()) {
            String id = category.id().value();
            known.add(id);
            List<ReportCell> cells = byCategory.get(id);
            if (cells != null) {
                String label = category.row() + " " + category.label();
                rows.add(new ReportRow(id, label, label, cells));
            }
        }
        byCategory.forEach((id, cells) -> {
            if (!known.contains(id)) {
                rows.add(new ReportRow(id, id, id, cells));
            }
        });
        rows.add(total());
        return rows;
    }

    private ReportRow total() {
        return new ReportRow(
                ReportRow.TOTAL,
                ReportTexts.THAI.text("row.total"),
                ReportTexts.ENGLISH.text("row.total"),
                counted.stream().map(ReportCell::count).toList());
    }

    /** Says to which row an item belongs. */
    private interface Grouping {
        String of(String item);
    }

    private Map<String, List<ReportCell>> grouped(Grouping grouping) {
        Map<String, List<List<String>>> lists = new TreeMap<>();
        for (int column = 0; column < counted.size(); column++) {
            for (String item : counted.get(column)) {
                lists.computeIfAbsent(
                                grouping.of(item),
                                missing -> List.of(
                                        new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>()))
                        .get(column)
                        .add(item);
            }
        }
        Map<String, List<ReportCell>> cells = new TreeMap<>();
        lists.forEach((key, columns) ->
                cells.put(key, columns.stream().map(ReportCell::count).toList()));
        return cells;
    }
}
