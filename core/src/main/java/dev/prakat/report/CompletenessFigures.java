package dev.prakat.report;

import dev.prakat.category.Category;
import dev.prakat.category.CategoryId;
import dev.prakat.delivery.PlacementFact;
import dev.prakat.item.ItemId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What checklists ask for and what is public now. An entry is met by an item that an officer named, by one whose title is the entry's,
 * or, where a whole category is asked for, by any of it; each as long as it is public. Source: S003-R19, AMB-12
 */
final class CompletenessFigures {

    private static final List<String> SUMMARY = List.of("entries", "met", "missing", "not-applicable", "percent");
    private static final List<String> ENTRIES = List.of("checklist", "standing", "by", "source");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\u200B]+");

    private final ReportSources sources;
    private final ChecklistMarks marks;
    private final List<Checklist> lists;
    private final Set<String> live = new HashSet<>();
    private final Map<String, Set<String>> byCategory = new HashMap<>();
    private final Map<String, Set<String>> byTitle = new HashMap<>();
    private final List<ReportRow> summary = new ArrayList<>();
    private final List<String> allMet = new ArrayList<>();
    private final List<String> allGaps = new ArrayList<>();
    private final List<String> allOther = new ArrayList<>();
    private final List<ReportRow> missing = new ArrayList<>();
    private final List<ReportRow> all = new ArrayList<>();

    CompletenessFigures(ReportSources sources, ChecklistMarks marks, List<Checklist> lists) {
        this.sources = sources;
        this.marks = marks;
        this.lists = lists;
    }

    /** An item shows its category, and those above it. */
    void add(PlacementFact item) {
        String title = item.title();
        if (title == null) {
            return;
        }
        String key = item.item().value();
        live.add(key);
        byTitle.computeIfAbsent(title(title), missingTitle -> new TreeSet<>()).add(key);
        if (sources.policy().categories().find(item.category()).isPresent()) {
            for (Category category : sources.policy().categories().path(item.category())) {
                byCategory
                        .computeIfAbsent(category.id().value(), missingCategory -> new TreeSet<>())
                        .add(key);
            }
        }
    }

    private static String title(String text) {
        return SPACE.matcher(text).replaceAll("");
    }

    private Set<String> of(CategoryId category) {
        return byCategory.getOrDefault(category.value(), Set.of());
    }

    private void check(Checklist list) {
        Map<String, ChecklistMark> said = new HashMap<>();
        marks.of(list.id()).forEach(mark -> said.put(mark.entry(), mark));
        List<String> met = new ArrayList<>();
        List<String> gaps = new ArrayList<>();
        List<String> other = new ArrayList<>();
        for (ChecklistEntry entry : list.entries()) {
            String key = list.id() + "/" + entry.id();
            Found found = found(entry, said.get(entry.id()));
            ReportRow row = row(list, entry, found);
            all.add(row);
            switch (found.standing()) {
                case "MET" -> met.add(key);
                case "MISSING" -> {
                    gaps.add(key);
                    missing.add(row);
                }
                default -> other.add(key);
            }
        }
        String name = "list." + list.id();
        summary.add(new ReportRow(
                list.id(),
                ReportTexts.THAI.or(name, list.id()),
                ReportTexts.ENGLISH.or(name, list.id()),
                sums(met, gaps, other)));
        allMet.addAll(met);
        allGaps.addAll(gaps);
        allOther.addAll(other);
    }

    private static List<ReportCell> sums(List<String> met, List<String> gaps, List<String> other) {
        List<String> entries = new ArrayList<>(met);
        entries.addAll(gaps);
        entries.addAll(other);
        return List.of(
                ReportCell.count(entries),
                ReportCell.count(met),
                ReportCell.count(gaps),
                ReportCell.count(other),
                percent(met, gaps));
    }

    /** What an entry comes to. */
    private record Found(String standing, String by, List<String> items) {}

    private Found found(ChecklistEntry entry, @Nullable ChecklistMark mark) {
        ItemId marked = mark == null ? null : mark.item();
        if (marked != null && live.contains(marked.value())) {
            return new Found("MET", "BY_MARK", List.of(marked.value()));
        }
        CategoryId category = entry.category();
        Set<String> titled = new TreeSet<>(byTitle.getOrDefault(title(entry.labelTh()), Set.of()));
        if (category != null) {
            titled.retainAll(of(category));
        }
        if (!titled.isEmpty()) {
            return new Found("MET", "BY_TITLE", List.copyOf(titled));
        }
        if (category != null && entry.whole() && !of(category).isEmpty()) {
            return new Found("MET", "BY_CATEGORY", List.copyOf(of(category)));
        }
        if (mark != null && marked == null && entry.need() != ChecklistEntry.Need.YES) {
            return new Found("NOT_APPLICABLE", "BY_MARK", List.of());
        }
        return new Found(entry.need() == ChecklistEntry.Need.IF_ANY ? "ABSENT_IF_ANY" : "MISSING", "", List.of());
    }

    private static ReportRow row(Checklist list, ChecklistEntry entry, Found found) {
        String name = "list." + list.id();
        return new ReportRow(
                list.id() + "/" + entry.id(),
                entry.id() + " " + entry.labelTh(),
                entry.id() + " " + entry.labelEn(),
                List.of(
                        ReportCell.text(ReportTexts.THAI.or(name, list.id())),
                        ReportCell.code(found.standing()).from(found.items().toArray(String[]::new)),
                        found.by().isEmpty() ? ReportCell.NONE : ReportCell.code(found.by()),
                        ReportCell.text(entry.source())));
    }

    /** Of what is asked for and applies; two decimals, and nothing where nothing applies. */
    private static ReportCell percent(List<String> met, List<String> gaps) {
        List<String> of = new ArrayList<>(met);
        of.addAll(gaps);
        return of.isEmpty()
                ? ReportCell.NONE
                : ReportCell.text(BigDecimal.valueOf(100L * met.size())
                                .divide(BigDecimal.valueOf(of.size()), 2, RoundingMode.HALF_UP)
                                .toPlainString())
                        .from(of.toArray(String[]::new));
    }

    /** What was added is held against the lists, once. */
    private void check() {
        if (summary.isEmpty()) {
            lists.forEach(this::check);
        }
    }

    ReportSection summary() {
        check();
        List<ReportRow> rows = new ArrayList<>(summary);
        rows.add(new ReportRow(
                ReportRow.TOTAL,
                ReportTexts.THAI.text("row.total"),
                ReportTexts.ENGLISH.text("row.total"),
                sums(allMet, allGaps, allOther)));
        return new ReportSection("checklists", SUMMARY, rows, "missing");
    }

    List<ReportSection> sections() {
        return List.of(
                summary(),
                new ReportSection("missing", ENTRIES, missing, null),
                new ReportSection("checklist-entries", ENTRIES, all, null));
    }
}
