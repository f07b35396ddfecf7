package dev.prakat.staticsite;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Marks the cells of those columns of a table that hold nothing but numbers, so that a style sheet can put units below units. A table
 * whose cells span, or that has another within, stays as it is, and so do columns that only count their rows. Stateless.
 */
final class NumberColumns {

    private static final String MARK = " class=\"number\"";

    /** No number begins with a needless nought: that would be a code or a telephone. */
    private static final Pattern NUMBER =
            Pattern.compile("[+\\-\u2212]?(?:[1-9][0-9]{0,2}(?:,[0-9]{3})+|0|[1-9][0-9]*)(?:\\.[0-9]+)?(?: ?%)?");

    private static final Set<String> NOTHING = Set.of("", "-", "\u2013", "\u2014");

    private NumberColumns() {}

    /** A cell, by the place behind its name where an attribute may stand. */
    private record Cell(int place, int column, boolean heading, StringBuilder text) {

        String plain() {
            String plain = text.toString().replace("&nbsp;", " ").replace('\u00A0', ' ');
            StringBuilder digits = new StringBuilder();
            plain.strip().chars().forEach(c -> digits.append((char) (c >= '๐' && c <= '๙' ? c - '๐' + '0' : c)));
            return digits.toString();
        }
    }

    /** The same table with marks. Of clean HTML, in which no cell has a class and every one is closed. */
    static String mark(String table) {
        List<Cell> cells = cells(table);
        Set<Integer> numbers = new HashSet<>();
        cells.forEach(cell -> numbers.add(cell.column()));
        numbers.removeIf(column -> !isOfNumbers(column, cells));
        StringBuilder marked = new StringBuilder(table);
        for (int i = cells.size() - 1; i >= 0; i--) {
            if (numbers.contains(cells.get(i).column())) {
                marked.insert(cells.get(i).place(), MARK);
            }
        }
        return marked.toString();
    }

    private static boolean isOfNumbers(int column, List<Cell> cells) {
        List<String> texts = cells.stream()
                .filter(cell -> cell.column() == column && !cell.heading())
                .map(Cell::plain)
                .filter(text -> !NOTHING.contains(text))
                .toList();
        boolean counts = true;
        for (int i = 0; i < texts.size(); i++) {
            if (!NUMBER.matcher(texts.get(i)).matches()) {
                return false;
            }
            counts &= texts.get(i).equals(Integer.toString(i + 1));
        }
        return !counts;
    }

    /** All cells in order; none when the table is not a plain one. */
    private static List<Cell> cells(String table) {
        List<Cell> cells = new ArrayList<>();
        Cell open = null;
        int column = 0;
        int at = 0;
        for (int start = table.indexOf('<'); start >= 0; start = table.indexOf('<', at)) {
            int end = BodyFrame.endOfTag(table, start);
            if (end < 0) {
                return List.of();
            }
            if (open != null) {
                open.text().append(table, at, start);
            }
            String tag = table.substring(start, end).toLowerCase(Locale.ROOT);
            boolean cell = BodyFrame.isTag(tag, "<td") || BodyFrame.isTag(tag, "<th");
            if ((cell && tag.contains("span=")) || (start > 0 && BodyFrame.isTag(tag, "<table"))) {
                return List.of();
            }
            if (cell) {
                open = new Cell(start + "<td".length(), column++, tag.startsWith("<th"), new StringBuilder());
                cells.add(open);
            } else if (BodyFrame.isTag(tag, "<tr")) {
                column = 0;
            } else if (BodyFrame.isTag(tag, "</td") || BodyFrame.isTag(tag, "</th")) {
                open = null;
            }
            at = end;
        }
        return cells;
    }
}
