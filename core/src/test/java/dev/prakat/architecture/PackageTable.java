package dev.prakat.architecture;

import static java.util.Map.entry;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which chapter of core may import which: docs/decisions/0003-package-table.md in a form that a test reads. */
final class PackageTable {

    /** The chapter of the root package {@code dev.prakat}: it wires, so it may import every other one. */
    static final String ROOT = "(root)";

    /** Every chapter may import these, and they import nothing of ours. */
    static final Set<String> FOR_ALL = Set.of("spi", "problem");

    private static final Map<String, Set<String>> ROWS = Map.ofEntries(
            entry("request", Set.of("policy", "staff", "calendar", "duty", "table", "journal", "transaction", "seal")),
            entry(
                    "complaint",
                    Set.of(
                            "policy",
                            "staff",
                            "calendar",
                            "duty",
                            "table",
                            "journal",
                            "trafficlog",
                            "transaction",
                            "seal")),
            entry(
                    "delivery",
                    Set.of(
                            "item",
                            "policy",
                            "window",
                            "trafficlog",
                            "journal",
                            "transaction",
                            "category",
                            "duty",
                            "calendar")),
            entry(
                    "approval",
                    Set.of(
                            "item",
                            "procedure",
                            "duty",
                            "policy",
                            "staff",
                            "calendar",
                            "screening",
                            "journal",
                            "trafficlog",
                            "transaction",
                            "category",
                            "window")),
            entry(
                    "report",
                    Set.of(
                            "item",
                            "approval",
                            "delivery",
                            "complaint",
                            "journal",
                            "trafficlog",
                            "calendar",
                            "procedure",
                            "policy",
                            "category",
                            "duty",
                            "staff",
                            "transaction",
                            "table")),
            entry("trigger", Set.of(ROOT, "delivery")),
            entry("item", Set.of("category", "window", "journal", "transaction")),
            entry("journal", Set.of("transaction")),
            entry("policy", Set.of("category", "duty", "procedure", "window", "calendar", "table", "screening")),
            entry("screening", Set.of()),
            entry("procedure", Set.of("duty", "calendar")),
            entry("duty", Set.of("category")),
            entry("trafficlog", Set.of()),
            entry("staff", Set.of("calendar", "table")),
            entry("calendar", Set.of("table")),
            entry("table", Set.of()),
            entry("category", Set.of()),
            entry("window", Set.of()),
            entry("transaction", Set.of()),
            entry("schema", Set.of()),
            entry("seal", Set.of()),
            entry("spi", Set.of()),
            entry("problem", Set.of()));

    private PackageTable() {}

    /**
     * One import of a chapter by another.
     *
     * @param from the importing chapter
     * @param to the imported chapter
     * @param where the place, for the message
     */
    record Arrow(String from, String to, String where) {}

    /** A message for every arrow that the table does not name; empty when all is well. */
    static List<String> broken(Collection<Arrow> arrows) {
        return arrows.stream()
                .filter(arrow -> !arrow.from().equals(arrow.to()))
                .filter(arrow -> !allows(arrow.from(), arrow.to()))
                .map(PackageTable::message)
                .distinct()
                .sorted()
                .toList();
    }

    /** The chapters of the table from which a way leads back to themselves; empty when all is well. */
    static List<String> cycles(Map<String, Set<String>> rows) {
        return rows.keySet().stream()
                .filter(chapter -> leadsBack(chapter, rows))
                .sorted()
                .toList();
    }

    static Map<String, Set<String>> rows() {
        return ROWS;
    }

    private static boolean allows(String from, String to) {
        if (from.equals(ROOT)) {
            return ROWS.containsKey(to);
        }
        return !FOR_ALL.contains(from)
                && ROWS.containsKey(from)
                && (FOR_ALL.contains(to) || ROWS.getOrDefault(from, Set.of()).contains(to));
    }

    private static String message(Arrow arrow) {
        String expected = ROWS.containsKey(arrow.from())
                ? "only " + ROWS.get(arrow.from()).stream().sorted().toList() + " and " + FOR_ALL
                : "a row for '" + arrow.from() + "' in the table";
        return arrow.where() + ": found '" + arrow.from() + "' importing '" + arrow.to() + "', expected " + expected
                + ". Move the class, or give the arrow a row here and a reason in docs/decisions/0003-package-table.md.";
    }

    private static boolean leadsBack(String start, Map<String, Set<String>> rows) {
        Deque<String> open = new ArrayDeque<>(rows.getOrDefault(start, Set.of()));
        Set<String> seen = new HashSet<>();
        while (!open.isEmpty()) {
            String chapter = open.pop();
            if (chapter.equals(start)) {
                return true;
            }
            if (seen.add(chapter)) {
                open.addAll(rows.getOrDefault(chapter, Set.of()));
            }
        }
        return false;
    }
}
